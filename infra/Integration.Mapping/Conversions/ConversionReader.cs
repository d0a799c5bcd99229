using System.Text.Json;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions;

/// <summary>Reads the <c>convert</c> of a rule.</summary>
internal static class ConversionReader
{
    public static Conversion? Read(StrictObject convert)
    {
        Conversion? result = convert.Word("kind", true, "date", "number", "unit", "currency", "address", "status", "text") switch
        {
            "date" => Date(convert),
            "number" => Number(convert),
            "unit" => Unit(convert),
            "currency" => Currency(convert),
            "address" => Address(convert),
            "status" => Status(convert),
            "text" => Text(convert),
            _ => null,
        };
        if (result is not null)
            convert.RefuseUnknown();
        return result;
    }

    private static DateConversion Date(StrictObject convert) => new()
    {
        As = convert.Word("as", false, "date", "utc", "local", "offset", "epochSeconds") switch
        {
            "utc" => DateForm.Utc,
            "local" => DateForm.Local,
            "offset" => DateForm.Offset,
            "epochSeconds" => DateForm.EpochSeconds,
            _ => DateForm.Date,
        },
        Zone = Zone(convert, "zone"),
        InMilliseconds = convert.Word("numbers", false, "seconds", "milliseconds") == "milliseconds",
        SourceZone = Zone(convert, "sourceZone"),
    };

    private static NumberConversion Number(StrictObject convert) => new()
    {
        Decimals = convert.Number("decimals", 0, 10),
        Rounding = convert.Word("rounding", false, "halfUp", "halfEven", "refuse") switch
        {
            "halfEven" => MidpointRounding.ToEven,
            "refuse" => null,
            _ => MidpointRounding.AwayFromZero,
        },
        Min = convert.Decimal("min"),
        Max = convert.Decimal("max"),
    };

    private static UnitConversion? Unit(StrictObject convert)
    {
        var from = convert.Word("from", true, UnitsOfMeasure.Names);
        var to = convert.Word("to", true, UnitsOfMeasure.Names);
        var decimals = convert.Number("decimals", 0, 10) ?? 6;
        if (from is null || to is null)
            return null;
        if (!UnitsOfMeasure.AreAlike(from, to))
            convert.Error($"'{from}' and '{to}' do not measure the same.");
        return new UnitConversion { From = from, To = to, Decimals = decimals };
    }

    private static CurrencyConversion Currency(StrictObject convert)
    {
        var of = convert.Text("of");
        if (of is not null && (of.Length != 3 || !of.All(char.IsAsciiLetterUpper)))
            convert.Error($"'of' is '{of}' but must be an ISO 4217 code such as EUR.");
        return new CurrencyConversion { Of = of };
    }

    private static AddressConversion Address(StrictObject convert)
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

    private static TimeZoneInfo? Zone(StrictObject convert, string name)
    {
        if (convert.Text(name) is not { } id)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        convert.Error($"'{name}' is '{id}', which is not an IANA time zone such as Europe/Berlin.");
        return null;
    }
}
