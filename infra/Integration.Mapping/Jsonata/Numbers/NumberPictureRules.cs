namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>What a number picture may not be (XPath and XQuery Functions 3.1, section 4.7.3).</summary>
internal static class NumberPictureRules
{
    public static void Check(NumberPictureParts parts, NumberSymbols symbols)
    {
        var picture = parts.Picture;
        var hasPercent = picture.Contains(symbols.Percent, StringComparison.Ordinal);
        var hasPerMille = picture.Contains(symbols.PerMille, StringComparison.Ordinal);
        var optionalInInteger = parts.Integer.IndexOf(symbols.Optional, StringComparison.Ordinal);
        var optionalInFraction = parts.Fraction.LastIndexOf(symbols.Optional, StringComparison.Ordinal);
        var hasPoint = picture.Contains(symbols.Decimal, StringComparison.Ordinal);

        Refuse(Repeats(picture, symbols.Decimal), "D3081");
        Refuse(Repeats(picture, symbols.Percent), "D3082");
        Refuse(Repeats(picture, symbols.PerMille), "D3083");
        Refuse(hasPercent && hasPerMille, "D3084");
        Refuse(parts.Active.Any(c => !symbols.IsActive(c)), "D3086");
        Refuse(!parts.Mantissa.Any(symbols.IsPlace), "D3085");
        Refuse(hasPoint && (picture.Contains(symbols.Grouping + symbols.Decimal, StringComparison.Ordinal)
            || picture.Contains(symbols.Decimal + symbols.Grouping, StringComparison.Ordinal)), "D3087");
        Refuse(!hasPoint && parts.Integer.EndsWith(symbols.Grouping, StringComparison.Ordinal), "D3088");
        Refuse(picture.Contains(symbols.Grouping + symbols.Grouping, StringComparison.Ordinal), "D3089");
        Refuse(optionalInInteger >= 0 && parts.Integer[..optionalInInteger].Any(symbols.IsDigit), "D3090");
        Refuse(optionalInFraction >= 0 && parts.Fraction[optionalInFraction..].Any(symbols.IsDigit), "D3091");
        Refuse(parts.Exponent is { Length: > 0 } && (hasPercent || hasPerMille), "D3092");
        Refuse(parts.Exponent is not null && (parts.Exponent.Length == 0 || !parts.Exponent.All(symbols.IsDigit)), "D3093");
    }

    private static bool Repeats(string picture, string sign) =>
        picture.IndexOf(sign, StringComparison.Ordinal) != picture.LastIndexOf(sign, StringComparison.Ordinal);

    private static void Refuse(bool isWrong, string code)
    {
        if (isWrong)
            throw new JsonataException(code);
    }
}
