using Integration.Mapping.Jsonata;
using Integration.Mapping.Lookups;

namespace Integration.Mapping.Conversions;

/// <summary>What conversions need beside the value.</summary>
/// <param name="TimeZone">The pair's time zone.</param>
/// <param name="Lookups">The pair's tables.</param>
/// <param name="ValueOf">What an expression of the conversion finds in the record, seen from the rule's item.</param>
internal sealed record ConversionContext(TimeZoneInfo TimeZone, ILookups Lookups, Func<JsonataExpression, object?> ValueOf);
