//! `schema`, `completions`, `man`: the program about itself.

use super::exit::Exit;
use super::flags::Lang;
use super::help;
use super::plan::Schema;
use super::sink::Sink;
use anyhow::Result;
use clap_complete::Shell;
use clap_mangen::Man;
use de_an_06::{correction, output};
use std::io::Write;

pub(crate) fn schema(of: Schema) -> Result<Exit> {
    let schema = match of {
        Schema::Report => output::schema(),
        Schema::Corrections => correction::schema(),
        Schema::Diff => output::diff_schema(),
    };
    print(schema.as_bytes())
}

pub(crate) fn completions(shell: Shell, lang: Option<Lang>) -> Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(lang), "de-an-06", &mut script);
    print(&script)
}

/// One page for all commands: that of the program, then a section for each command.
pub(crate) fn man(lang: Option<Lang>) -> Result<Exit> {
    let mut command = help::command(lang);
    command.build();
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
        let mut section = Vec::new();
        let man = Man::new(command.clone());
        man.render_synopsis_section(&mut section)?;
        man.render_description_section(&mut section)?;
        if command.get_arguments().next().is_some() {
            man.render_options_section(&mut section)?;
        }
        let section = String::from_utf8(section)?.replace("\n.SH ", "\n.SS ");
        writeln!(page, ".SH \"{}\"", command.get_name().to_uppercase())?;
        page.extend_from_slice(section.as_bytes());
    }
    print(&page)
}

fn print(bytes: &[u8]) -> Result<Exit> {
    let mut sink = Sink::stdout();
    sink.write_all(bytes)?;
    sink.commit()?;
    Ok(Exit::Done)
}
