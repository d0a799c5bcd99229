using System.Globalization;
using System.Text;
using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>One part of a number picture, analysed (XPath and XQuery Functions 3.1, sections 4.7.3 to 4.7.5).</summary>
internal sealed class NumberPicture
{
    private readonly NumberSymbols _symbols;
    private readonly string _prefix;
    private readonly string _suffix;
    private readonly int _scale;
    private readonly int _scaling;
    private readonly int _minInteger;
    private readonly int _minFraction;
    private readonly int _maxFraction;
    private readonly int? _minExponent;
    private readonly Grouping _grouping;
    private readonly int[] _fractionGroups;

    public NumberPicture(string picture, NumberSymbols symbols)
    {
        _symbols = symbols;
        var parts = NumberPictureParts.Of(picture, symbols);
        NumberPictureRules.Check(parts, symbols);
        _prefix = parts.Prefix;
        _suffix = parts.Suffix;
        _scale = picture.Contains(symbols.Percent, StringComparison.Ordinal) ? 100
            : picture.Contains(symbols.PerMille, StringComparison.Ordinal) ? 1000 : 1;
        _minInteger = _scaling = parts.Integer.Count(symbols.IsDigit);
        _minFraction = parts.Fraction.Count(symbols.IsDigit);
        _maxFraction = parts.Fraction.Count(symbols.IsPlace);
        _minExponent = parts.Exponent?.Length;
        if (_minInteger == 0 && _maxFraction == 0)
        {
            if (_minExponent is null)
                _minInteger = 1;
            else
                _minFraction = _maxFraction = 1;
        }

        if (_minExponent is not null && _minInteger == 0 && parts.Integer.Contains(symbols.Optional, StringComparison.Ordinal))
            _minInteger = 1;
        if (_minInteger == 0 && _minFraction == 0)
            (_minFraction, _maxFraction) = (1, Math.Max(1, _maxFraction));
        _grouping = Grouping.Of(PlacesAfter(parts.Integer));
        _fractionGroups = PlacesBefore(parts.Fraction);
    }

    /// <summary>Writes a number that is not negative.</summary>
    public string Format(decimal number)
    {
        var mantissa = Arithmetic.Checked(number, _scale, decimal.Multiply);
        var exponent = _minExponent is null ? 0 : Normalize(ref mantissa);
        mantissa = decimal.Round(mantissa, Math.Min(28, _maxFraction), MidpointRounding.ToEven);
        var digits = mantissa.ToString($"F{_maxFraction}", CultureInfo.InvariantCulture).Split('.');
        var integer = digits[0].TrimStart('0').PadLeft(_minInteger, '0');
        var fraction = (digits.Length > 1 ? digits[1] : string.Empty).TrimEnd('0').PadRight(_minFraction, '0');
        var result = new StringBuilder(_prefix).Append(_grouping.Insert(_symbols.Localize(integer), _symbols.Grouping));
        if (fraction.Length > 0)
            result.Append(_symbols.Decimal).Append(Grouped(_symbols.Localize(fraction)));
        if (_minExponent is { } places)
        {
            var text = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(places, '0');
            result.Append(_symbols.Exponent).Append(exponent < 0 ? _symbols.Minus : string.Empty).Append(_symbols.Localize(text));
        }

        return result.Append(_suffix).ToString();
    }

    /// <summary>Brings the mantissa to as many integer digits as the picture has mandatory ones.</summary>
    private int Normalize(ref decimal mantissa)
    {
        var exponent = 0;
        if (mantissa == 0)
            return exponent;
        var most = (decimal)Math.Pow(10, Math.Min(_scaling, 27));
        for (; mantissa < most / 10; exponent--)
            mantissa *= 10;
        for (; mantissa > most; exponent++)
            mantissa /= 10;
        return exponent;
    }

    private string Grouped(string fraction)
    {
        foreach (var position in _fractionGroups.Where(position => position < fraction.Length).Reverse())
            fraction = fraction.Insert(position, _symbols.Grouping);
        return fraction;
    }

    private List<int> PlacesAfter(string part)
    {
        var result = new List<int>();
        for (var i = 0; i < part.Length; i++)
        {
            if (NumberSymbols.Is(_symbols.Grouping, part[i]))
                result.Add(part[i..].Count(_symbols.IsPlace));
        }

        return result;
    }

    private int[] PlacesBefore(string part) =>
        [.. Enumerable.Range(0, part.Length).Where(i => NumberSymbols.Is(_symbols.Grouping, part[i])).Select(i => part[..i].Count(_symbols.IsPlace))];
}
