using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Amounts;

/// <summary>Reads the conversions of numbers and amounts.</summary>
internal static class AmountReader
{
    private const string OrderCurrency = "$$.currency";

    public static NumberConversion Number(StrictObject convert) => new()
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

    public static Conversion Currency(StrictObject convert)
    {
        var of = Code(convert, "of");
        if (convert.Has("to"))
            return Exchange(convert);
        foreach (var name in (string[])["from", "rate", "rounding", "decimals", "give", "parts"])
        {
            if (convert.Any(name) is not null)
                convert.Error($"'{name}' needs 'to', the currency to convert to.");
        }

        convert.Any("to");
        return new CurrencyConversion { Of = of };
    }

    public static ShareConversion Share(StrictObject convert) => new()
    {
        Weights = convert.Argument("weights"),
        At = convert.Argument("at", "$index"),
        Currency = convert.Argument("currency", OrderCurrency),
        GivesRest = convert.Word("give", false, "share", "rest") == "rest",
    };

    private static ExchangeConversion Exchange(StrictObject convert)
    {
        if (convert.Has("of"))
            convert.Error("'of' cannot stand beside 'to'.");
        var rate = convert.Object("rate");
        if (rate is null && !convert.Has("rate"))
            convert.Error("property 'rate' is missing.");
        var result = new ExchangeConversion
        {
            To = Code(convert, "to") ?? string.Empty,
            From = convert.Argument("from", OrderCurrency),
            Table = rate?.Text("table", required: true) ?? string.Empty,
            Date = rate?.Argument("date") ?? convert.Argument("from", OrderCurrency),
            Inverse = rate?.Flag("inverse") ?? false,
            MaxAgeDays = rate?.Number("maxAgeDays", 0, 3660),
            Rounding = convert.Word("rounding", false, "halfUp", "halfEven") == "halfEven" ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero,
            Decimals = convert.Number("decimals", 0, 10),
            Give = convert.Word("give", false, "amount", "difference", "rate", "rateDate", "rateSource") switch
            {
                "difference" => ExchangeGive.Difference,
                "rate" => ExchangeGive.Rate,
                "rateDate" => ExchangeGive.RateDate,
                "rateSource" => ExchangeGive.RateSource,
                _ => ExchangeGive.Amount,
            },
            Parts = convert.Expression("parts"),
        };
        if ((result.Give == ExchangeGive.Difference) != (result.Parts is not null))
            convert.Error("'parts' and 'give' as 'difference' belong together.");
        rate?.RefuseUnknown();
        return result;
    }

    private static string? Code(StrictObject convert, string name)
    {
        var code = convert.Text(name);
        if (code is not null && (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)))
            convert.Error($"'{name}' is '{code}' but must be an ISO 4217 code such as EUR.");
        return code;
    }
}
