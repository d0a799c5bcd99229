using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Mapping.Jsonata;

/// <summary>One case of the public JSONata test suite.</summary>
public sealed record SuiteCase(string Name, string Expression, JsonNode? Input, JsonObject? Bindings, JsonObject Definition);
