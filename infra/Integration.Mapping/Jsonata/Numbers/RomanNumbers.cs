using System.Text;

namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>I, II, III, IV, …</summary>
internal static class RomanNumbers
{
    private const int Largest = 100_000;
    private static readonly (int Value, string Text)[] Numerals =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Write(decimal number)
    {
        if (number > Largest)
            throw new JsonataException("D3130");
        var result = new StringBuilder();
        foreach (var (value, text) in Numerals)
        {
            for (; number >= value; number -= value)
                result.Append(text);
        }

        return result.ToString();
    }

    public static decimal Read(string roman)
    {
        int result = 0, largest = 0;
        foreach (var letter in roman.ToUpperInvariant().Reverse())
        {
            var value = letter switch
            {
                'M' => 1000, 'D' => 500, 'C' => 100, 'L' => 50, 'X' => 10, 'V' => 5, 'I' => 1,
                _ => throw new JsonataException("D3030"),
            };
            result += value < largest ? -value : value;
            largest = Math.Max(largest, value);
        }

        return result;
    }
}
