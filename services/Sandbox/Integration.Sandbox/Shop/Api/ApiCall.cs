using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Api;

/// <summary>One call of the 5.5 API after routing, sign-on and content negotiation.</summary>
/// <param name="Path">Path with <c>/api</c>, without a format suffix.</param>
/// <param name="Values">Values of the route's placeholders.</param>
/// <param name="Query">Query as PHP reads it, dots in names kept.</param>
/// <param name="Body">The body of a POST or PUT; an empty object when none was sent.</param>
internal sealed record ApiCall(string Path, IReadOnlyDictionary<string, string> Values, JsonObject Query, JsonObject Body)
{
    /// <summary>A placeholder's value; one that is no number finds nothing.</summary>
    public string Id(string name = "id") => Values[name].All(char.IsAsciiDigit) ? Values[name].TrimStart('0') : "";
}
