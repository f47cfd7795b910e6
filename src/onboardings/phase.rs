//! The phase of an onboarding.

use crate::open_enum::open_enum;

open_enum! {
    /// The phase of an onboarding.
    ///
    /// The API has seven phases, in the order of this enum. Do not skip phases: reports would show a launch that did
    /// not happen (Pivotal API, Phases). Neither the API nor this crate prevents it. `kickoff` and `integration` appear
    /// in samples of webhooks only.
    pub enum OnboardingPhase {
        /// The customer has not begun. New onboardings start in this phase.
        BeforeGettingStarted = "before_getting_started",
        /// The program is being designed.
        ProgramDesign = "program_design",
        /// The design is under review.
        Review = "review",
        /// The program is being built.
        ProgramBuildout = "program_buildout",
        /// The program is being checked internally.
        InternalQa = "internal_qa",
        /// The customer goes live. To undo a launch, pause the onboarding instead.
        Launch = "launch",
        /// The onboarding has ended and stays in this phase.
        Completed = "completed",
        /// A phase in webhooks that is not among the phases of the API.
        Kickoff = "kickoff",
        /// A phase in webhooks that is not among the phases of the API.
        Integration = "integration",
    }
}
