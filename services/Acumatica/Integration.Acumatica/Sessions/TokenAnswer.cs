using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.Sessions;

/// <summary>What the token endpoint said.</summary>
/// <param name="Chain">New tokens, or null.</param>
/// <param name="Failure">Why there are none, or null.</param>
/// <param name="Refused">True when the grant itself was refused: a refresh token that is spent or revoked, or wrong credentials.</param>
internal sealed record TokenAnswer(TokenChain? Chain, WriteOutcome? Failure = null, bool Refused = false);
