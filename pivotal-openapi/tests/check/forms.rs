//! Documents of 3.0, in several files, and in YAML.

use std::fs;
use std::path::PathBuf;

use pivotal_openapi::{Check, Document};
use pivotal_runtime::testing::Probe;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

#[endpoints]
trait Pets {
    #[endpoint(POST, "/pets", body = pet)]
    async fn create_pet(&self, pet: &NewPet) -> Result<Pet, Error>;
}

#[derive(Serialize)]
struct NewPet {
    name: String,
    age: u8,
    secret: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read by nobody")]
struct Pet {
    id: u64,
    name: String,
    age: Option<f32>,
    kind: Option<String>,
}

const DOCUMENT: &str = r"
openapi: 3.0.3
paths:
  /pets:
    post:
      operationId: createPet
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: 'schemas/pet.yaml#/Pet' }
      responses:
        200:
          description: The pet.
          content:
            application/json:
              schema: { $ref: 'schemas/pet.yaml#/Pet' }
";

const SCHEMAS: &str = r"
Pet:
  type: object
  required: [id, name, secret]
  properties:
    id: { type: integer, readOnly: true }
    name: { type: string }
    age: { type: number, minimum: 0, exclusiveMinimum: true, nullable: true }
    kind: { $ref: '#/Kind' }
    secret: { type: string, writeOnly: true }
Kind:
  type: string
  nullable: true
  enum: [cat, dog]
";

/// Writes the files, and returns the path of the document.
fn write(name: &str, schemas: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("schemas")).unwrap();
    fs::write(folder.join("schemas/pet.yaml"), schemas).unwrap();
    fs::write(folder.join("pets.yaml"), DOCUMENT).unwrap();
    folder.join("pets.yaml")
}

fn found(name: &str, schemas: &str, pet: &NewPet) -> Vec<String> {
    let document = Document::load(write(name, schemas)).unwrap();
    let mut check = Check::new(&document);
    check.endpoints(<Probe as Pets>::ENDPOINTS).call(|api| api.create_pet(pet));
    check.disagreements().iter().map(ToString::to_string).collect()
}

fn pet(age: u8) -> NewPet {
    NewPet { name: "Rex".to_owned(), age, secret: Some("s".to_owned()) }
}

#[test]
fn document_of_3_0_in_several_files_agrees() {
    assert_eq!(found("agrees", SCHEMAS, &pet(3)), [""; 0]);
}

#[test]
fn places_are_in_the_other_file() {
    let expected = "request schemas/pet.yaml#/Pet/properties/age/exclusiveMinimum: `create_pet` (POST /pets): the body is \
                    sent and not valid at `/age`: the value is less than or equal to the minimum of 0";
    assert_eq!(found("request", SCHEMAS, &pet(0)), [expected]);
    let renamed = SCHEMAS.replace("name: {", "title: {").replace("[id, name, secret]", "[id, title]");
    let found = found("response", &renamed, &pet(3));
    assert!(found.iter().any(|line| line.starts_with("response schemas/pet.yaml#/Pet: ")), "{found:#?}");
}

#[test]
fn null_of_3_0_is_found_where_it_is_allowed() {
    let schemas = SCHEMAS.replace("name: { type: string }", "name: { type: string, nullable: true }");
    let found = found("null", &schemas, &pet(3));
    let expected = "response schemas/pet.yaml#/Pet/properties/name/nullable: `create_pet` (POST /pets): `null` is allowed, and \
                    cannot be read: expected a string";
    assert_eq!(found, [expected]);
}

#[endpoints]
trait Jobs {
    #[endpoint(PUT, "/jobs/<id>?<reason>")]
    async fn cancel_job(&self, id: u64, reason: &str) -> Result<(), Error>;

    #[endpoint(PUT, "/jobs/<id>")]
    async fn start_job(&self, id: u64) -> Result<(), Error>;
}

/// Some documents distinguish operations of one path by a fragment, which is not sent.
#[test]
fn operations_of_one_path_are_found_by_their_ids() {
    let document = r"
openapi: 3.1.0
paths:
  /jobs/{id}:
    put:
      operationId: startJob
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { 204: { description: Started } }
  /jobs/{id}#cancel:
    put:
      operationId: cancelJob
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: reason, in: query, required: true, schema: { type: string } }
      responses: { 204: { description: Cancelled } }
";
    let document = Document::parse(document).unwrap();
    Check::new(&document).endpoints(<Probe as Jobs>::ENDPOINTS).assert();
}
