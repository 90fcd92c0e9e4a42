//! Builds the objects of the Bot API that a person's deeds produce.
use serde_json::{Value, json};

use super::state::{Standing, StoredFile};

/// A `User`; a person unless `is_bot`.
pub fn user(id: i64, language_code: &str, first_name: &str) -> Value {
    let mut user = json!({"id": id, "is_bot": false, "first_name": first_name});
    if !language_code.is_empty() {
        user["language_code"] = language_code.into();
    }
    user
}

/// The `User` of some other bot.
pub fn other_bot() -> Value {
    json!({"id": 990_001, "is_bot": true, "first_name": "Other", "username": "other_bot"})
}

/// The `User` that stands for administrators who write in the group's name.
pub fn anonymous_admin() -> Value {
    json!({"id": 1_087_968_824, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot"})
}

/// The `Chat` of a person with the bot.
pub fn private_chat(user: &Value) -> Value {
    json!({"id": user["id"], "type": "private", "first_name": user["first_name"]})
}

/// The `Chat` of a group. Ids of supergroups start with -100.
pub fn group_chat(id: i64, title: &str) -> Value {
    let kind = if id <= -1_000_000_000_000 { "supergroup" } else { "group" };
    json!({"id": id, "type": kind, "title": title})
}

/// Fields of a text message; a leading command is marked as Telegram marks it.
pub fn text(text: &str) -> Value {
    let mut fields = json!({"text": text});
    let word = text.split_whitespace().next().unwrap_or_default();
    let named = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '@';
    if word.len() > 1 && text.starts_with('/') && word[1..].chars().all(named) {
        fields["entities"] = json!([{"type": "bot_command", "offset": 0, "length": word.len()}]);
    }
    fields
}

/// Fields of a message carrying a sticker.
pub fn sticker(emoji: &str) -> Value {
    json!({"sticker": {
        "file_id": "STICKER-1", "file_unique_id": "S1", "type": "regular", "width": 512, "height": 512,
        "is_animated": false, "is_video": false, "emoji": emoji, "set_name": "faces", "file_size": 2048,
    }})
}

/// Fields of a message carrying a photo, in two sizes as Telegram sends it.
pub fn photo(file_id: &str, size: usize, width: u32, height: u32) -> Value {
    let small = json!({"file_id": format!("{file_id}-s"), "file_unique_id": format!("U{file_id}-s"),
        "file_size": size, "width": (width / 4).max(1), "height": (height / 4).max(1)});
    let full = json!({"file_id": file_id, "file_unique_id": format!("U{file_id}"),
        "file_size": size, "width": width, "height": height});
    json!({"photo": [small, full]})
}

/// Fields of a message carrying a document.
pub fn document(file_id: &str, file: &StoredFile) -> Value {
    json!({"document": {
        "file_id": file_id, "file_unique_id": format!("U{file_id}"), "file_size": file.upload.bytes.len(),
        "file_name": file.upload.file_name,
        "mime_type": file.upload.mime.as_deref().unwrap_or("application/octet-stream"),
    }})
}

/// Fields of a message carrying a voice note of some seconds.
pub fn voice(file_id: &str, seconds: u32) -> Value {
    json!({"voice": {
        "file_id": file_id, "file_unique_id": format!("U{file_id}"), "duration": seconds,
        "mime_type": "audio/ogg", "file_size": 4096,
    }})
}

/// Where a message forwarded from a channel came from.
pub fn channel_origin(date: u64) -> Value {
    let channel =
        json!({"id": -1_001_999_000_111i64, "type": "channel", "title": "News", "username": "news"});
    json!({"forward_origin": {"type": "channel", "date": date, "chat": channel, "message_id": 55}})
}

/// A `CallbackQuery`.
pub fn callback_query(id: &str, from: &Value, message: Value, data: &str) -> Value {
    let instance = format!("ci{}", message["chat"]["id"]);
    json!({"id": id, "from": from, "message": message, "chat_instance": instance, "data": data})
}

/// A `ChatMember` by status, with the fields each status must have.
pub fn member(user: &Value, status: &str) -> Value {
    let mut member = json!({"user": user, "status": status});
    let extra = match status {
        "creator" => json!({"is_anonymous": false}),
        "kicked" => json!({"until_date": 0}),
        "administrator" => json!({
            "is_anonymous": false, "can_be_edited": false, "can_manage_chat": true, "can_change_info": true,
            "can_delete_messages": true, "can_manage_video_chats": true, "can_invite_users": true,
            "can_restrict_members": true, "can_promote_members": false, "can_pin_messages": true,
            "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false,
        }),
        _ => json!({}),
    };
    super::state::merge(&mut member, extra);
    member
}

/// The `ChatMember` status the bot has where it stands so.
pub fn bot_status(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "member",
        Standing::Administrator => "administrator",
        Standing::Blocked | Standing::Kicked => "kicked",
        Standing::Moved(_) | Standing::NotStarted | Standing::Deactivated | Standing::Out => "left",
    }
}

/// A `ChatMemberUpdated`: `who` went from one status to another by `from`'s doing.
pub fn member_change(chat: &Value, from: &Value, who: &Value, old: &str, new: &str, date: u64) -> Value {
    json!({
        "chat": chat, "from": from, "date": date,
        "old_chat_member": member(who, old), "new_chat_member": member(who, new),
    })
}
