//! Word to systemd, where the service runs under it (`Type=notify`): that it is ready, that it is stopping.

/// What there is to tell.
#[derive(Clone, Copy, Debug)]
pub enum State {
    /// Content is loaded and the store open. Telegram need not answer for that: waiting for it is part of the service.
    Ready,
    /// It finishes what is under way.
    Stopping,
}

/// Tells it; nothing where nobody asked to be told.
#[cfg(unix)]
pub fn tell(state: State) {
    let state = match state {
        State::Ready => sd_notify::NotifyState::Ready,
        State::Stopping => sd_notify::NotifyState::Stopping,
    };
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!("systemd cannot be told: {error}");
    }
}

/// There is no systemd here.
#[cfg(not(unix))]
pub fn tell(_: State) {}
