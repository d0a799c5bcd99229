using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

/// <summary>A reply of the stand-in.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The rows of a list.</summary>
    public IReadOnlyList<JsonNode> Rows => [.. Json["value"]!.AsArray().Select(row => row!)];

    /// <summary>The useful text of a refusal.</summary>
    public string Inner => Json["error"]!["innererror"]!["message"]!.GetValue<string>();
}
