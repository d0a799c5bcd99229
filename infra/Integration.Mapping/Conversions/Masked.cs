using System.Globalization;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Conversions;

/// <summary>Says what a value is without showing it.</summary>
internal static class Masked
{
    public static string Describe(object value) => value switch
    {
        string text => string.Create(CultureInfo.InvariantCulture, $"a text of {text.Length} characters"),
        decimal => "a number",
        bool => "true or false",
        ArrayValue => "an array",
        ObjectValue => "an object",
        _ => "nothing",
    };
}
