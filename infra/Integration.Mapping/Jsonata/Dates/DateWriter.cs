using System.Globalization;
using System.Text;
using Integration.Mapping.Jsonata.Numbers;

namespace Integration.Mapping.Jsonata.Dates;

/// <summary>Writes a moment, already moved into its zone, by a picture.</summary>
internal static class DateWriter
{
    public static string Write(DatePicture picture, DateTime moment, int offsetMinutes)
    {
        var result = new StringBuilder();
        foreach (var part in picture.Parts)
            result.Append(part.Literal ?? Component(part, moment, offsetMinutes));
        return result.ToString();
    }

    private static string Component(DatePart part, DateTime moment, int offset)
    {
        switch (part.Component)
        {
            case 'Z' or 'z':
                return Zone(part, offset);
            case 'C' or 'E':
                return "ISO";
            case 'P':
                var half = moment.Hour >= 12 ? "pm" : "am";
                return part.Names == LetterCase.Upper ? half.ToUpperInvariant() : half;
        }

        var value = DateComponents.Of(moment, part.Component);
        if (part.Names is not null)
            return Name(part, value);
        if (part.YearDigits is { } digits and < 9)
            value %= (int)Math.Pow(10, digits);
        return part.Integer!.Format(value);
    }

    private static string Name(DatePart part, int value)
    {
        var name = part.Component switch
        {
            'M' or 'x' => DateNames.Months[value - 1],
            'F' => DateNames.Days[value - 1],
            _ => throw new JsonataException("D3133", token: part.Component.ToString()),
        };
        name = part.Names switch
        {
            LetterCase.Upper => name.ToUpperInvariant(),
            LetterCase.Lower => name.ToLowerInvariant(),
            _ => name,
        };
        return part.MaxWidth is { } max && name.Length > max ? name[..max] : name;
    }

    private static string Zone(DatePart part, int offset)
    {
        var hours = Math.Abs(offset) / 60;
        var minutes = Math.Abs(offset) % 60;
        var picture = part.Integer!;
        var text = picture switch
        {
            { Interval: > 0 } => picture.Format((hours * 100) + minutes),
            { Mandatory: 1 or 2 } => picture.Format(hours) + (minutes > 0 ? ":" + minutes.ToString("00", CultureInfo.InvariantCulture) : string.Empty),
            { Mandatory: 3 or 4 } => picture.Format((hours * 100) + minutes),
            _ => throw new JsonataException("D3134"),
        };
        if (offset == 0 && part.IsTraditional)
            return "Z";
        return $"{(part.Component == 'z' ? "GMT" : string.Empty)}{(offset < 0 ? '-' : '+')}{text}";
    }
}
