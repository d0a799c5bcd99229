using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>Functions on numbers.</summary>
internal static partial class NumberFunctions
{
    public static object? Number(object?[] a)
    {
        switch (a[0])
        {
            case null:
                return null;
            case decimal number:
                return number;
            case bool flag:
                return flag ? 1m : 0m;
            case string text when JsonNumber().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed):
                return NumberText.Normal(parsed);
            case string text when RadixNumber().Match(text) is { Success: true } match:
                return OfRadix(match.Groups[1].Value, match.Groups[2].Value);
            default:
                throw new JsonataException("D3030");
        }
    }

    public static object? Round(object?[] a)
    {
        if (a[0] is not decimal number)
            return null;
        var digits = a[1] is decimal precision ? Arithmetic.Int(precision) : 0;
        if (digits >= 0)
            return NumberText.Normal(decimal.Round(number, Math.Min(digits, 28), MidpointRounding.ToEven));
        if (digits < -28)
            return 0m;
        var unit = (decimal)Math.Pow(10, -digits);
        return Arithmetic.Checked(decimal.Round(number / unit, MidpointRounding.ToEven), unit, decimal.Multiply);
    }

    public static object? SquareRoot(object?[] a)
    {
        if (a[0] is not decimal number)
            return null;
        if (number < 0)
            throw new JsonataException("D3060");
        if (number == 0)
            return 0m;
        var root = (decimal)Math.Sqrt((double)number);
        for (var i = 0; i < 3 && root != 0; i++)
            root = (root / 2) + (number / root / 2);
        var normal = NumberText.Normal(decimal.Round(root, Math.Max(0, root.Scale - 1)));
        return normal;
    }

    public static object? Power(object?[] a)
    {
        if (a[0] is not decimal number || a[1] is not decimal exponent)
            return null;
        try
        {
            if (decimal.IsInteger(exponent) && Math.Abs(exponent) <= 1024)
                return exponent >= 0 ? WholePower(number, (int)exponent) : 1 / WholePower(number, (int)-exponent);
        }
        catch (Exception failure) when (failure is OverflowException or DivideByZeroException)
        {
            throw new JsonataException("D3061");
        }

        return Arithmetic.OfDouble(Math.Pow((double)number, (double)exponent), "D3061");
    }

    public static object Random() => (decimal)System.Random.Shared.NextDouble();

    public static object? FormatBase(object?[] a)
    {
        if (a[0] is not decimal number)
            return null;
        var radix = a[1] is decimal given ? decimal.Round(given, MidpointRounding.ToEven) : 10;
        if (radix is < 2 or > 36)
            throw new JsonataException("D3100");
        var rest = Math.Abs(decimal.Round(number, MidpointRounding.ToEven));
        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(rest % radix)]);
            rest = decimal.Truncate(rest / radix);
        }
        while (rest > 0);
        return number < 0 && digits.ToString() != "0" ? $"-{digits}" : digits.ToString();
    }

    public static object? FormatInteger(object?[] a, Frame frame)
    {
        if (a[0] is not decimal number || a[1] is not string picture)
            return null;
        frame.Run.StepPicture(picture);
        return IntegerPicture.Parse(picture).Format(decimal.Floor(number));
    }

    public static object? ParseInteger(object?[] a, Frame frame)
    {
        if (a[0] is not string text || a[1] is not string picture)
            return null;
        frame.Run.StepPicture(picture);
        return IntegerPicture.Parse(picture).Read(text);
    }

    public static object? FormatNumber(object?[] a, Frame frame)
    {
        if (a[0] is not decimal number || a[1] is not string picture)
            return null;
        frame.Run.StepPicture(picture);
        return NumberPictures.Format(number, picture, NumberSymbols.From(a[2] as ObjectValue));
    }

    private static decimal WholePower(decimal number, int exponent)
    {
        var result = 1m;
        for (var i = 0; i < exponent; i++)
            result *= number;
        return result;
    }

    private static decimal OfRadix(string prefix, string digits)
    {
        var radix = prefix.ToUpperInvariant() switch { "0X" => 16, "0O" => 8, _ => 2 };
        var result = 0m;
        foreach (var digit in digits)
        {
            var value = Convert.ToInt32(digit.ToString(), 16);
            if (value >= radix)
                throw new JsonataException("D3030");
            result = Arithmetic.Checked(Arithmetic.Checked(result, radix, decimal.Multiply), value, decimal.Add);
        }

        return result;
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();

    [GeneratedRegex(@"^(0[xX]|0[oO]|0[bB])([0-9a-fA-F]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex RadixNumber();
}
