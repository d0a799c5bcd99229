using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>Reads the conversions of addresses.</summary>
internal static class AddressReader
{
    public static AddressConversion Lines(StrictObject convert)
    {
        var result = new AddressConversion
        {
            Line = convert.Number("line", 1, 10, required: true) ?? 1,
            Lines = convert.Number("lines", 1, 10, required: true) ?? 1,
            LineLength = convert.Number("lineLength", 5, 1000, required: true) ?? 5,
        };
        if (result.Line > result.Lines)
            convert.Error("'line' is greater than 'lines'.");
        return result;
    }

    public static CountryConversion Country(StrictObject convert) => new()
    {
        As = convert.Word("as", false, "alpha2", "alpha3", "numeric", "name") switch
        {
            "alpha3" => CountryForm.Alpha3,
            "numeric" => CountryForm.Numeric,
            "name" => CountryForm.Name,
            _ => CountryForm.Alpha2,
        },
        Unknown = UnknownOf(convert),
        Overrides = convert.Text("overrides"),
    };

    public static StateConversion State(StrictObject convert) => new()
    {
        Country = convert.Argument("country"),
        As = convert.Word("as", false, "code", "iso", "name") switch
        {
            "iso" => StateForm.Iso,
            "name" => StateForm.Name,
            _ => StateForm.Code,
        },
        Unknown = UnknownOf(convert),
        Overrides = convert.Text("overrides"),
        Only = [.. convert.Array("only").Select(country => CodeOf(convert, country))],
    };

    public static PostcodeConversion Postcode(StrictObject convert) =>
        new() { Country = convert.Argument("country"), Unknown = UnknownOf(convert) };

    public static StreetConversion Street(StrictObject convert) => new()
    {
        Country = convert.Argument("country"),
        Part = convert.Word("part", true, "street", "number", "addition") switch
        {
            "number" => StreetPart.Number,
            "addition" => StreetPart.Addition,
            _ => StreetPart.Street,
        },
    };

    private static string CodeOf(StrictObject convert, JsonNode? country)
    {
        if (country?.GetValueKind() == JsonValueKind.String && Countries.Find(country.GetValue<string>()) is { } known && States.AreKnownOf(known.Code))
            return known.Code;
        convert.Error("'only' must list countries whose states are known, such as US.");
        return string.Empty;
    }

    private static Unknown UnknownOf(StrictObject convert) => convert.Word("unknown", false, "refuse", "keep", "omit") switch
    {
        "keep" => Unknown.Keep,
        "omit" => Unknown.Omit,
        _ => Unknown.Refuse,
    };
}
