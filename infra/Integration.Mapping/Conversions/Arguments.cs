using Integration.Mapping.Jsonata;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions;

/// <summary>Reads arguments of conversions: JSONata that finds in the record what a conversion needs beside its value.</summary>
internal static class Arguments
{
    private static readonly JsonataExpression Nothing = JsonataExpression.Compile("null");

    /// <summary>The argument; missing is an error, unless it has a usual place in the record.</summary>
    public static JsonataExpression Argument(this StrictObject convert, string name, string? usually = null)
    {
        if (convert.Expression(name) is { } given)
            return given;
        if (usually is not null && !convert.Has(name))
            return JsonataExpression.Compile(usually);
        if (!convert.Has(name))
            convert.Error($"property '{name}' is missing.");
        return Nothing;
    }
}
