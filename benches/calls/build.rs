//! Generates the client from the OpenAPI document of the API, with the feature `progenitor`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "progenitor")]
    generated::write();
}

#[cfg(feature = "progenitor")]
mod generated {
    use std::path::Path;
    use std::{env, fs};

    use progenitor::{GenerationSettings, Generator};
    use serde_json::Value;

    const DOCUMENT: &str = "../../tests/data/openapi.json";

    pub fn write() {
        println!("cargo::rerun-if-changed={DOCUMENT}");
        let text = fs::read_to_string(DOCUMENT).expect("the document");
        let mut document = serde_json::from_str(&text).expect("JSON");
        to_3_0(&mut document);
        let document = serde_json::from_value(document).expect("OpenAPI 3.0");
        let client = Generator::new(&GenerationSettings::new()).generate_tokens(&document).expect("a client");
        let folder = env::var("OUT_DIR").expect("cargo runs this");
        fs::write(Path::new(&folder).join("client.rs"), client.to_string()).expect("the folder is there");
    }

    /// Converts the document from OpenAPI 3.1 to 3.0, which progenitor reads. All operations stay.
    ///
    /// - The version is 3.0.3.
    /// - `"type": ["string", "null"]` becomes `"type": "string", "nullable": true`.
    /// - Webhooks and the schemas of events, which have a `const`, are removed. OpenAPI 3.0 has neither.
    fn to_3_0(document: &mut Value) {
        document["openapi"] = "3.0.3".into();
        document.as_object_mut().expect("an object").remove("webhooks");
        let schemas = document["components"]["schemas"].as_object_mut().expect("schemas");
        schemas.retain(|_, schema| !has_const(schema));
        nullable(document);
    }

    fn has_const(value: &Value) -> bool {
        match value {
            Value::Object(fields) => fields.contains_key("const") || fields.values().any(has_const),
            Value::Array(items) => items.iter().any(has_const),
            _ => false,
        }
    }

    fn nullable(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::Array(types)) = fields.get("type") {
                    let [of, Value::String(null)] = &types[..] else { panic!("a type of {types:?}") };
                    assert_eq!(null, "null");
                    let of = of.clone();
                    fields.insert("type".to_owned(), of);
                    fields.insert("nullable".to_owned(), true.into());
                }
                fields.values_mut().for_each(nullable);
            }
            Value::Array(items) => items.iter_mut().for_each(nullable),
            _ => {}
        }
    }
}
