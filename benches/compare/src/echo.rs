//! The barest bot that teloxide makes: every text is sent back. It keeps nothing, so it is what the machine and the library can do.

use teloxide::dispatching::{DefaultKey, Dispatcher, UpdateFilterExt};
use teloxide::error_handlers::LoggingErrorHandler;
use teloxide::prelude::*;
use teloxide::update_listeners::{Polling, webhooks};

/// Serves until it is killed: asks for updates, or has them pushed to the port.
pub fn run(url: &str, token: &str, port: Option<u16>) {
    let bot = Bot::new(token).set_api_url(url.parse().expect("the address of a Bot API"));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(serve(bot, port));
}

async fn serve(bot: Bot, port: Option<u16>) {
    let errors = LoggingErrorHandler::with_custom_text("updates");
    let mut dispatcher = dispatcher(bot.clone());
    match port {
        None => {
            let polling = Polling::builder(bot).timeout(std::time::Duration::from_secs(30)).build();
            dispatcher.dispatch_with_listener(polling, errors).await;
        }
        Some(port) => {
            let url = format!("http://127.0.0.1:{port}/hook").parse().expect("an address");
            let options = webhooks::Options::new(([127, 0, 0, 1], port).into(), url);
            let listener = webhooks::axum(bot, options).await.expect("a webhook");
            dispatcher.dispatch_with_listener(listener, errors).await;
        }
    }
}

fn dispatcher(bot: Bot) -> Dispatcher<Bot, teloxide::RequestError, DefaultKey> {
    let handler = Update::filter_message().endpoint(|bot: Bot, message: Message| async move {
        if let Some(text) = message.text() {
            bot.send_message(message.chat.id, text).await?;
        }
        Ok::<_, teloxide::RequestError>(())
    });
    Dispatcher::builder(bot, handler).build()
}
