using Integration.Mapping.Conversions.Addresses;
using Integration.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Addresses;

public sealed class PostcodeConversionTests
{
    [Theory]
    [InlineData("GB", "sw1a1aa", "SW1A 1AA")]
    [InlineData("GB", "m1 1ae", "M1 1AE")]
    [InlineData("GB", "EC1A  1BB", "EC1A 1BB")]
    [InlineData("GB", "gir0aa", "GIR 0AA")]
    [InlineData("CA", "k1a0b1", "K1A 0B1")]
    [InlineData("NL", "1015cj", "1015 CJ")]
    [InlineData("PL", "00950", "00-950")]
    [InlineData("PL", "90 562", "90-562")]
    [InlineData("SE", "11455", "114 55")]
    [InlineData("SE", "S-114 55", "114 55")]
    [InlineData("PT", "1100053", "1100-053")]
    [InlineData("JP", "〒１００－０００１", "100-0001")]
    [InlineData("JP", "1000001", "100-0001")]
    [InlineData("BR", "01310100", "01310-100")]
    [InlineData("US", "10001", "10001")]
    [InlineData("US", "100011234", "10001-1234")]
    [InlineData("DE", "D-40212", "40212")]
    [InlineData("DE", "DE 40212", "40212")]
    [InlineData("AT", "A-1010", "1010")]
    [InlineData("CH", "CH-8001", "8001")]
    [InlineData("FR", "F-75 002", "75002")]
    [InlineData("CZ", "11000", "110 00")]
    [InlineData("GR", "10557", "105 57")]
    [InlineData("IE", "d02x285", "D02 X285")]
    [InlineData("LV", "1010", "LV-1010")]
    [InlineData("LT", "LT01100", "LT-01100")]
    [InlineData("AD", "500", "AD500")]
    [InlineData("IN", "560 001", "560001")]
    [InlineData("MT", "vlt1117", "VLT 1117")]
    [InlineData("Germany", "40212", "40212")]
    [InlineData("HK", " none ", "none")]
    [InlineData("", "ab 12", "ab 12")]
    public void Postcode_gets_the_form_of_its_country(string country, string given, string expected) => Assert.Equal(expected, Converting.Text(Convert(), given, country));

    [Theory]
    [InlineData("DE", "4021")]
    [InlineData("DE", "4O212")]
    [InlineData("GB", "12345")]
    [InlineData("GB", "12AB")]
    [InlineData("BM", "12")]
    [InlineData("CA", "90210")]
    [InlineData("NL", "1015")]
    [InlineData("US", "1000")]
    [InlineData("JP", "100-000")]
    [InlineData("MC", "75001")]
    public void Postcode_of_another_form_is_a_problem_kept_or_left_out_as_the_rule_says(string country, string given)
    {
        Assert.Equal(ProblemKind.ConversionFailed, Converting.Problem(Convert(), given, country).Kind);
        Assert.Equal(given, Converting.Text(Convert(""", "unknown": "keep" """), given, country));
        Assert.Null(Converting.Text(Convert(""", "unknown": "omit" """), given, country));
    }

    [Fact]
    public void Countries_with_forms_exist() => Assert.All(Postcodes.CountriesKnown, country => Assert.Equal(country, Countries.Find(country)?.Code));

    private static string Convert(string more = "") => $$"""{ "kind": "postcode", "country": "country" {{more}} }""";
}
