using System.Text.Json.Nodes;

namespace Integration.Dynamics.Hints;

/// <summary>A kind of notification that one of Dynamics' systems sends.</summary>
internal interface IPushKind
{
    /// <summary>The records that a body of this kind says to look at, none when it names nothing known; null when it is of another kind.</summary>
    IEnumerable<(string Entity, string Id)>? RecordsOf(JsonNode body);
}
