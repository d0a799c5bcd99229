namespace Integration.Mapping.Jsonata.Numbers;

/// <summary><c>$formatNumber</c>: one picture, or one for positive and one for negative numbers.</summary>
internal static class NumberPictures
{
    public static string Format(decimal number, string picture, NumberSymbols symbols)
    {
        var parts = picture.Split(symbols.Separator);
        if (parts.Length > 2)
            throw new JsonataException("D3080");
        var pictures = Array.ConvertAll(parts, part => new NumberPicture(part, symbols));
        var sign = number < 0 && pictures.Length == 1 ? symbols.Minus : string.Empty;
        return sign + pictures[number < 0 ? ^1 : 0].Format(Math.Abs(number));
    }
}
