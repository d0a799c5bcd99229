using System.Text;
using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>A, B, … Z, AA, AB, …</summary>
internal static class LetterNumbers
{
    public static string Write(decimal number)
    {
        var result = new StringBuilder();
        for (; number > 0; number = decimal.Floor((number - 1) / 26))
            result.Insert(0, (char)('A' + (int)((number - 1) % 26)));
        return result.ToString();
    }

    public static decimal Read(string letters)
    {
        var result = 0m;
        foreach (var letter in letters.ToUpperInvariant())
        {
            if (!char.IsAsciiLetterUpper(letter))
                throw new JsonataException("D3030");
            result = Arithmetic.Checked(result, 26, decimal.Multiply) + (letter - 'A' + 1);
        }

        return result;
    }
}
