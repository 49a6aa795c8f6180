//! Help, the manual page and mistakes of the command line in Vietnamese: `help.vi.toml`, by command and flag.
//!
//! A flag that means the same in every command stands there once; `lexicon.format` is that of one command. English
//! help is that of the doc comments in `flags`.

use super::flags::{Flags, Lang};
use clap::builder::Resettable;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, Command, CommandFactory, Error};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Help {
    usage: String,
    options: String,
    arguments: String,
    commands: String,
    default: String,
    possible: String,
    command: BTreeMap<String, Of>,
    flag: BTreeMap<String, String>,
    mistake: BTreeMap<String, String>,
}

/// What is said of a command.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Of {
    about: String,
    #[serde(default)]
    before: Option<String>,
    #[serde(default)]
    after: Option<String>,
}

static VIETNAMESE: LazyLock<Help> = LazyLock::new(|| {
    toml::from_str(include_str!("help.vi.toml")).expect("the tests read this file")
});

/// The command line with its help in that language.
pub(super) fn command(lang: Option<Lang>) -> Command {
    match lang {
        Some(Lang::Vi) => {
            let mut command = Flags::command();
            // The flags that every command has come with it.
            command.build();
            VIETNAMESE.told("", command)
        }
        Some(Lang::En) | None => Flags::command(),
    }
}

/// What is wrong with a command line, where the language has words for it.
pub(super) fn mistake(error: &Error, lang: Option<Lang>) -> Option<String> {
    if lang != Some(Lang::Vi) {
        return None;
    }
    let name = match error.kind() {
        ErrorKind::InvalidValue if error.get(ContextKind::ValidValue).is_some() => "value_of",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "value",
        ErrorKind::UnknownArgument => "unknown",
        ErrorKind::InvalidSubcommand => "command",
        ErrorKind::ArgumentConflict => "conflict",
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => "missing",
        _ => return None,
    };
    let mut sentence = VIETNAMESE.mistake.get(name)?.clone();
    for (hole, kinds) in [
        ("{argument}", &[ContextKind::InvalidArg][..]),
        ("{value}", &[ContextKind::InvalidValue]),
        ("{command}", &[ContextKind::InvalidSubcommand]),
        ("{values}", &[ContextKind::ValidValue]),
        ("{other}", &[ContextKind::PriorArg]),
    ] {
        let found = kinds.iter().find_map(|kind| error.get(*kind)).map(ToString::to_string);
        sentence = sentence.replace(hole, found.as_deref().unwrap_or_default());
    }
    let likely =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    if let Some(likely) = likely.into_iter().find_map(|kind| error.get(kind)) {
        let said = VIETNAMESE.mistake.get("likely")?;
        sentence.push_str(&said.replace("{likely}", &likely.to_string()));
    }
    sentence.push_str(VIETNAMESE.mistake.get("more")?);
    Some(sentence)
}

impl Help {
    /// A command and those under it with what is said of them.
    fn told(&'static self, name: &str, mut command: Command) -> Command {
        let names: Vec<String> =
            command.get_subcommands().map(|under| under.get_name().to_owned()).collect();
        for under in names {
            command = command.mut_subcommand(&under, |one| self.told(&under, one));
        }
        let of = self.command.get(if name.is_empty() { "de-an-06" } else { name });
        let all = if command.get_subcommands().next().is_some() {
            format!("{}:\n{{subcommands}}\n\n{}:\n{{options}}", self.commands, self.options)
        } else {
            "{all-args}".to_owned()
        };
        let template = format!(
            "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{all}{{after-help}}",
            self.usage
        );
        command = command.help_template(template).mut_args(|arg| self.flag(name, arg));
        let Some(of) = of else { return command };
        command = command.about(of.about.trim()).long_about(Resettable::Reset);
        if let Some(before) = &of.before {
            command = command.before_help(before.trim_end());
        }
        match &of.after {
            Some(after) => command.after_help(after.trim_end()),
            None => command,
        }
    }

    /// A flag with what is said of it, what it is without being given, and what it can be.
    fn flag(&'static self, command: &str, arg: Arg) -> Arg {
        let id = arg.get_id().to_string();
        let said = self.flag.get(&format!("{command}.{id}")).or_else(|| self.flag.get(&id));
        let Some(said) = said else { return arg };
        let takes_value = arg.get_action().takes_values();
        let mut help = said.clone();
        let defaults: Vec<_> =
            arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !defaults.is_empty() && takes_value {
            help.push_str(&format!(" [{}: {}]", self.default, defaults.join(", ")));
        }
        let possible = arg.get_possible_values();
        let possible: Vec<_> = possible.iter().map(|value| value.get_name()).collect();
        if !possible.is_empty() && takes_value {
            help.push_str(&format!(" [{}: {}]", self.possible, possible.join(", ")));
        }
        let heading = if arg.is_positional() { &self.arguments } else { &self.options };
        // Under a heading of their own, arguments would stand in the order of the alphabet.
        let place = arg.get_index();
        let arg = match place {
            Some(place) => arg.display_order(place),
            None => arg,
        };
        arg.help(help)
            .long_help(Resettable::Reset)
            .hide_default_value(takes_value)
            .hide_possible_values(takes_value)
            .help_heading(heading.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every flag of every command, with the command.
    fn flags() -> Vec<(String, String)> {
        let mut command = Flags::command();
        command.build();
        let all = std::iter::once(&command).chain(command.get_subcommands());
        let of = |one: &Command| {
            let name = one.get_name().to_owned();
            let ids = one.get_arguments().map(|arg| arg.get_id().to_string());
            ids.map(|id| (name.clone(), id)).collect::<Vec<_>>()
        };
        all.flat_map(of).collect()
    }

    #[test]
    fn every_command_and_flag_is_told_and_nothing_else() {
        let help = &*VIETNAMESE;
        let flags = flags();
        for (command, id) in &flags {
            let told =
                help.flag.contains_key(id) || help.flag.contains_key(&format!("{command}.{id}"));
            assert!(told, "{command} {id}");
        }
        for key in help.flag.keys() {
            let is_flag =
                |(command, id): &(String, String)| key == id || *key == format!("{command}.{id}");
            assert!(flags.iter().any(is_flag), "{key} is no flag");
        }
        let mut command = Flags::command();
        let names = command.get_subcommands().map(|one| one.get_name().to_owned());
        let names: Vec<_> = names.chain(["de-an-06".to_owned()]).collect();
        assert!(names.iter().all(|name| help.command.contains_key(name)), "{names:?}");
        assert_eq!(help.command.len(), names.len());
        command.build();
    }

    #[test]
    fn no_english_is_left_in_the_help() {
        let mut command = command(Some(Lang::Vi));
        command.build();
        let names: Vec<_> =
            command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
        for name in names {
            let help = command.find_subcommand_mut(&name).unwrap().render_long_help().to_string();
            for english in ["Usage", "Options", "Print", "default:", "possible values", " the "] {
                assert!(!help.contains(english), "{name}: {english}\n{help}");
            }
        }
    }

    #[test]
    fn a_mistake_is_told_in_vietnamese() {
        for (line, want) in [
            ("de-an-06 extrakt", "không có lệnh `extrakt`; có phải là `extract`?"),
            ("de-an-06 extract -f xls", "`xls` không hợp với `--format <FORMAT>`"),
            ("de-an-06 extract --formt csv", "không có tùy chọn `--formt`"),
            ("de-an-06 extract -q -v a", "`--quiet` không đi cùng `--verbose`"),
        ] {
            let error = Flags::command().try_get_matches_from(line.split(' ')).unwrap_err();
            let said = mistake(&error, Some(Lang::Vi)).unwrap();
            assert!(said.contains(want) && said.ends_with("de-an-06 --help"), "{said}");
            assert_eq!(mistake(&error, Some(Lang::En)), None);
        }
    }
}
