using System.Net;
using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

/// <summary>A reply of the stand-in.</summary>
internal sealed record Reply(HttpStatusCode Status, string Text, string? Location, IReadOnlyList<string> Cookies)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonArray List => Json.AsArray();
}
