//! Compares the time of `cargo check` with that of the client that progenitor generates.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::compile::Crate;

/// The version of progenitor, and that of its parts.
const VERSION: &str = "0.15";

/// The rounds, in which both crates are checked one after another.
const ROUNDS: usize = 7;

/// A program that generates a client with the default settings of progenitor.
const GENERATOR: &str = r#"
fn main() {
    let mut arguments = std::env::args().skip(1);
    let document = std::fs::File::open(arguments.next().unwrap()).unwrap();
    let document = serde_json::from_reader(document).unwrap();
    let mut settings = progenitor::GenerationSettings::default();
    if arguments.next().unwrap() == "builder" {
        settings.with_interface(progenitor::InterfaceStyle::Builder);
        settings.with_tag(progenitor::TagStyle::Separate);
    }
    let tokens = progenitor::Generator::new(&settings).generate_tokens(&document).unwrap();
    println!("{}", prettyplease::unparse(&syn::parse2(tokens).unwrap()));
}
"#;

/// Prints the medians of both crates, and their ratio.
pub(crate) fn compare(document: &Path, generated: &Crate) -> Result<(), Box<dyn Error>> {
    let folder = generated.folder.with_file_name(format!("progenitor-{}", generated.name));
    let generator = folder.join("generator");
    package(
        &generator,
        "generator",
        &format!(
            "openapiv3 = \"2\"\nprettyplease = \"0.2\"\n\
             progenitor = {{ version = \"{VERSION}\", default-features = false }}\nserde_json = \"1\"\nsyn = \"2\"\n"
        ),
    )?;
    fs::write(generator.join("src/main.rs"), GENERATOR)?;
    let document = document.canonicalize()?;
    // The macro is what its documentation shows first. The others are its output, written to a file before.
    for style in ["macro", "positional", "builder"] {
        let output = generated.cargo("run", &generator).args(["--quiet", "--"]).arg(&document).arg(style).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        let client = folder.join(style);
        package(
            &client,
            style,
            &format!(
                "{}base64 = \"0.22\"\nbytes = \"1\"\nchrono = {{ version = \"0.4\", features = [\"serde\"] }}\n\
                 futures = \"0.3\"\npercent-encoding = \"2\"\nprogenitor-client = \"{VERSION}\"\nrand = \"0.9\"\n\
                 regress = \"0.11\"\nreqwest = {{ version = \"0.13\", features = [\"json\", \"query\", \"stream\"] }}\n\
                 serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\nserde_urlencoded = \"0.7\"\n\
                 uuid = {{ version = \"1\", features = [\"serde\", \"v4\"] }}\n",
                if style == "macro" { format!("progenitor = \"{VERSION}\"\n") } else { String::new() }
            ),
        )?;
        let code = match style {
            "macro" => format!("progenitor::generate_api!({:?});\n", document.display().to_string()),
            _ => String::from_utf8(output.stdout)?,
        };
        fs::write(client.join("src/lib.rs"), code)?;
        measure(generated, style, &client)?;
    }
    Ok(())
}

/// Writes the manifest of a package.
fn package(folder: &Path, name: &str, dependencies: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"progenitor-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\n{dependencies}"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    Ok(())
}

/// Checks both crates alternately, after their dependencies.
fn measure(generated: &Crate, style: &str, client: &Path) -> Result<(), Box<dyn Error>> {
    let folders: [PathBuf; 2] = [generated.folder.clone(), client.to_owned()];
    for folder in &folders {
        check(generated, folder)?;
    }
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (folder, times) in folders.iter().zip(&mut times) {
            times.push(check(generated, folder)?);
        }
    }
    let [own, theirs] = times.map(median);
    println!(
        "    cargo check, median of {ROUNDS}: {} ms; progenitor {VERSION} ({style}): {} ms; ratio {:.3}",
        own.as_millis(),
        theirs.as_millis(),
        own.as_secs_f64() / theirs.as_secs_f64()
    );
    Ok(())
}

/// Returns the time of a check of only this crate.
fn check(generated: &Crate, folder: &Path) -> Result<Duration, Box<dyn Error>> {
    let path = folder.join("src/lib.rs");
    fs::File::options().append(true).open(&path)?.set_modified(std::time::SystemTime::now())?;
    let start = Instant::now();
    // Otherwise, most of it is reused, since the code is the same.
    let output = generated.cargo("check", folder).arg("--quiet").env("CARGO_INCREMENTAL", "0").output()?;
    let elapsed = start.elapsed();
    if output.status.success() {
        Ok(elapsed)
    } else {
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(errors.lines().take(40).collect::<Vec<_>>().join("\n").into())
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
