using System.Text.Json;
using Integration.Mapping.Conversions.Addresses;
using Integration.Mapping.Conversions.Amounts;
using Integration.Mapping.Conversions.Dates;
using Integration.Mapping.Conversions.Items;
using Integration.Mapping.Conversions.Names;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions;

/// <summary>Reads the <c>convert</c> of a rule.</summary>
internal static class ConversionReader
{
    private static readonly Dictionary<string, Func<StrictObject, Conversion?>> Kinds = new(StringComparer.Ordinal)
    {
        ["date"] = DateReader.Date,
        ["number"] = AmountReader.Number,
        ["currency"] = AmountReader.Currency,
        ["share"] = AmountReader.Share,
        ["unit"] = ItemReader.Unit,
        ["itemUnit"] = ItemReader.ItemUnit,
        ["address"] = AddressReader.Lines,
        ["street"] = AddressReader.Street,
        ["postcode"] = AddressReader.Postcode,
        ["state"] = AddressReader.State,
        ["country"] = AddressReader.Country,
        ["name"] = NameReader.Name,
        ["status"] = Status,
        ["text"] = Text,
    };

    public static Conversion? Read(StrictObject convert)
    {
        if (convert.Word("kind", true, [.. Kinds.Keys]) is not { } kind || !Kinds.TryGetValue(kind, out var read))
            return null;
        var result = read(convert);
        if (result is not null)
            convert.RefuseUnknown();
        return result;
    }

    private static StatusConversion Status(StrictObject convert)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (convert.Object("map") is { } codes)
        {
            foreach (var code in codes.Names)
                map[code] = codes.Text(code) ?? string.Empty;
        }

        if (map.Count == 0)
            convert.Error("'map' must hold at least one code.");
        return new StatusConversion { Map = map };
    }

    private static TextConversion Text(StrictObject convert) => new()
    {
        Case = convert.Word("case", false, "upper", "lower"),
        Ascii = convert.Flag("ascii"),
        Cut = convert.Number("cut", 1, 1_000_000),
        Prefix = convert.Any("prefix") is { } prefix && prefix.GetValueKind() == JsonValueKind.String ? prefix.GetValue<string>() : string.Empty,
    };
}
