using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Mapping.Jsonata;

/// <summary>One case of the public JSONata test suite. <paramref name="Expression"/> is null if it stands in a file that is not in the copy.</summary>
public sealed record SuiteCase(string Name, string? Expression, JsonNode? Input, JsonObject? Bindings, JsonObject Definition);
