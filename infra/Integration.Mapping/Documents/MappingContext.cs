using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Documents;

/// <summary>What mapping needs beside the record.</summary>
public sealed record MappingContext
{
    /// <summary>The pair's time zone, in which its calendar dates are; UTC if not set.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Variables of the expressions, by name without the <c>$</c>, for example settings of the pair.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Bindings { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The clock of <c>$now</c> and <c>$millis</c>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The bounds of each expression.</summary>
    public JsonataLimits Limits { get; init; } = JsonataLimits.Default;
}
