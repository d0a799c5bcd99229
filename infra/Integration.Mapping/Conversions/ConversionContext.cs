namespace Integration.Mapping.Conversions;

/// <summary>What conversions need beside the value.</summary>
internal sealed record ConversionContext(TimeZoneInfo TimeZone);
