using System.Text.Json.Nodes;

namespace Integration.Connectors.Ports;

/// <summary>A call that would be made. Shown to operators in observe mode and stored sealed; holds personal data.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">The body, or null.</param>
public sealed record PlannedCall(string Method, string Target, JsonNode? Body);
