//! sendPhoto, sendDocument, getFile.
use serde_json::{Value, json};

use super::{chat, required, send};
use crate::botapi::params::Params;
use crate::botapi::records::Upload;
use crate::botapi::refusal::{Answer, Refusal};
use crate::botapi::state::{StoredFile, World, merge};
use crate::botapi::updates;

const MEGABYTE: usize = 1024 * 1024;

/// sendPhoto: an image of at most 10 MB and sane proportions.
pub fn send_photo(world: &mut World, params: &Params) -> Answer {
    let chat_id = chat::writable(world, params)?;
    let upload = uploaded(world, params, "photo", 10)?;
    let (width, height) = image_size(&upload.bytes).ok_or_else(|| Refusal::bad("IMAGE_PROCESS_FAILED"))?;
    let (long, short) = (width.max(height), width.min(height));
    if width + height > 10_000 || short == 0 || long > short * 20 {
        return Err(Refusal::bad("PHOTO_INVALID_DIMENSIONS"));
    }
    let size = upload.bytes.len();
    send_file(world, params, chat_id, "photos", upload, |id, _| updates::photo(id, size, width, height))
}

/// sendDocument: any file of at most 50 MB.
pub fn send_document(world: &mut World, params: &Params) -> Answer {
    let chat_id = chat::writable(world, params)?;
    let upload = uploaded(world, params, "document", 50)?;
    send_file(world, params, chat_id, "documents", upload, updates::document)
}

fn send_file(
    world: &mut World,
    params: &Params,
    chat_id: i64,
    folder: &str,
    upload: Upload,
    describe: impl FnOnce(&str, &StoredFile) -> Value,
) -> Answer {
    let caption = send::caption_fields(params)?;
    let file_id = world.add_file(folder, upload);
    let mut fields = world.files.get(&file_id).map_or(Value::Null, |file| describe(&file_id, file));
    merge(&mut fields, caption);
    send::add(world, params, chat_id, fields)
}

/// The file sent with the call, or named by the `file_id` of one sent before.
fn uploaded(world: &World, params: &Params, name: &str, megabytes: usize) -> Result<Upload, Refusal> {
    let kept = || Some(world.files.get(params.text(name).ok()??.as_str())?.upload.clone());
    let upload = match params.file(name) {
        Some(upload) => upload.clone(),
        None if params.has(name) => required(kept(), "wrong file identifier/HTTP URL specified")?,
        None => return Err(Refusal::bad(format!("there is no {name} in the request"))),
    };
    match upload.bytes.len() {
        0 => Err(Refusal::bad("file must be non-empty")),
        size if size > megabytes * MEGABYTE => Err(Refusal::bad("file is too big")),
        _ => Ok(upload),
    }
}

/// Width and height of a PNG; a JPEG or WebP is taken as 640 x 480; none for anything else.
fn image_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((number(16)?, number(20)?));
    }
    let other = bytes.starts_with(b"\xff\xd8\xff") || bytes.get(8..12) == Some(b"WEBP");
    other.then_some((640, 480))
}

/// getFile.
pub fn get_file(world: &mut World, params: &Params) -> Answer {
    let id = required(params.text("file_id")?, "file_id not specified")?;
    let file = required(world.files.get(&id), "invalid file_id")?;
    let size = file.upload.bytes.len();
    if size > 20 * MEGABYTE {
        return Err(Refusal::bad("file is too big"));
    }
    Ok(json!({"file_id": id, "file_unique_id": format!("U{id}"), "file_size": size, "file_path": file.path}))
}
