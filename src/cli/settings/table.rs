//! All settings as docs/operating.md lists them, taken from the arguments themselves.

use clap::{Arg, Args, CommandFactory};

use super::Settings;

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The settings file's name for it.
    pub key: String,
    /// The argument, such as `--data DIR`.
    pub argument: String,
    /// The variable; empty where there is none.
    pub variable: String,
    /// What it settles.
    pub meaning: String,
}

/// Every setting, in the order of `--help`; those that all commands share come last.
pub fn rows() -> Vec<Row> {
    let own = Settings::augment_args(clap::Command::new("serve"));
    let own: Vec<Row> = own.get_arguments().map(row).collect();
    let common = crate::cli::Args::command();
    let shared = common.get_arguments().filter(|arg| ["content", "lang"].contains(&arg.get_id().as_str()));
    own.into_iter().chain(shared.map(row)).collect()
}

fn row(arg: &Arg) -> Row {
    let value =
        arg.get_value_names().and_then(<[_]>::first).map(|name| format!(" {name}")).unwrap_or_default();
    let variable = arg.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Row {
        key: arg.get_id().to_string(),
        argument: format!("--{}{value}", arg.get_long().unwrap_or_default()),
        variable,
        meaning: arg.get_help().map(ToString::to_string).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_a_key_of_the_file_under_the_same_name() {
        for row in rows() {
            // Of the wrong kind on purpose: a known key is refused for that, an unknown one for its name.
            let said = toml::from_str::<Settings>(&format!("{} = {{}}", row.key)).unwrap_err().to_string();
            assert!(!said.contains("unknown field"), "{}: {said}", row.key);
            assert!(!row.meaning.is_empty() && !row.variable.is_empty(), "{row:?}");
        }
    }
}
