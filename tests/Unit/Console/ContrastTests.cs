using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Console;
using Xunit;

namespace Integration.Tests.Unit.Console;

/// <summary>The page's colours, measured after WCAG 2.2, 1.4.3 (text) and 1.4.11 (edges of fields).</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, string[]> Colours = Read();

    public static TheoryData<string, string, double> Pairs => new(
        from ink in new[] { "text", "muted", "link", "bad", "good", "warn", "edge" }
        from ground in new[] { "page", "soft", "field" }
        select (ink, ground, ink == "edge" ? 3.0 : 4.5));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_colour_stands_out_from_every_ground_in_light_and_dark(string ink, string ground, double least)
    {
        for (var scheme = 0; scheme < 2; scheme++)
        {
            Assert.True(
                Ratio(Colours[ink][scheme], Colours[ground][scheme]) >= least,
                $"{ink} on {ground}, {(scheme == 0 ? "light" : "dark")}: {Ratio(Colours[ink][scheme], Colours[ground][scheme]):F2}");
        }
    }

    [Theory]
    [InlineData("#000", "#fff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void The_measure_itself_is_right(string one, string other, double ratio) => Assert.Equal(ratio, Ratio(one, other), 0.01);

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour.Skip(1).Select(digit => $"{digit}{digit}")) : colour[1..];
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(digits.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static Dictionary<string, string[]> Read()
    {
        using var css = new StreamReader(typeof(ConsoleRegistration).Assembly.GetManifestResourceStream("Integration.Console.Page.console.css")!);
        return Colour().Matches(css.ReadToEnd()).ToDictionary(match => match.Groups[1].Value, match => new[] { match.Groups[2].Value, match.Groups[3].Value });
    }

    [GeneratedRegex(@"--(\w+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)")]
    private static partial Regex Colour();
}
