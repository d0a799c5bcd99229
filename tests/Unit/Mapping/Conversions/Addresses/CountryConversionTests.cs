using Integration.Mapping.Conversions.Addresses;
using Integration.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Addresses;

public sealed class CountryConversionTests
{
    [Theory]
    [InlineData("DE", "alpha3", "DEU")]
    [InlineData("deu", "alpha2", "DE")]
    [InlineData("276", "name", "Germany")]
    [InlineData("Deutschland", "numeric", "276")]
    [InlineData("  bundesrepublik DEUTSCHLAND ", "alpha2", "DE")]
    [InlineData("Österreich", "alpha2", "AT")]
    [InlineData("Osterreich", "alpha2", "AT")]
    [InlineData("España", "alpha2", "ES")]
    [InlineData("Cote d'Ivoire", "alpha2", "CI")]
    [InlineData("U.S.A.", "alpha2", "US")]
    [InlineData("United States of America", "alpha3", "USA")]
    [InlineData("The Netherlands", "alpha2", "NL")]
    [InlineData("Great Britain", "alpha2", "GB")]
    [InlineData("Korea, Republic of", "alpha2", "KR")]
    [InlineData("日本", "name", "Japan")]
    [InlineData("中国", "alpha3", "CHN")]
    [InlineData("Россия", "alpha2", "RU")]
    [InlineData("Ελλάδα", "alpha2", "GR")]
    [InlineData("مصر", "alpha2", "EG")]
    [InlineData("4", "alpha2", "AF")]
    [InlineData("Turkey", "name", "Türkiye")]
    public void Any_form_becomes_the_one_that_is_needed(string given, string form, string expected) =>
        Assert.Equal(expected, Converting.Text($$"""{ "kind": "country", "as": "{{form}}" }""", given));

    [Fact]
    public void All_249_countries_come_back_from_each_of_their_forms()
    {
        Assert.Equal(249, Countries.All.Count);
        Assert.Equal(249, Countries.All.Select(country => country.Alpha3).Distinct().Count());
        Assert.Equal(249, Countries.All.Select(country => country.Number).Distinct().Count());
        foreach (var country in Countries.All)
        {
            foreach (var form in (string[])[country.Code, country.Alpha3, country.Number, country.Name, .. country.Also ?? []])
                Assert.Equal(country.Code, Countries.Find(form)?.Code);
        }
    }

    [Fact]
    public void Country_that_does_not_exist_is_a_problem_kept_or_left_out_as_the_rule_says()
    {
        Assert.Equal(ProblemKind.ConversionFailed, Converting.Problem("""{ "kind": "country" }""", "Atlantis").Kind);
        Assert.Equal("Atlantis", Converting.Text("""{ "kind": "country", "unknown": "keep" }""", " Atlantis "));
        Assert.Null(Converting.Text("""{ "kind": "country", "unknown": "omit" }""", "Atlantis"));
    }

    [Fact]
    public void Own_code_of_the_erp_wins()
    {
        const string tables = """{ "countries": { "codes": { "GB": "UK" } } }""";

        Assert.Equal("UK", Converting.Text("""{ "kind": "country", "overrides": "countries" }""", "Scotland", lookups: tables));
        Assert.Equal("IE", Converting.Text("""{ "kind": "country", "overrides": "countries" }""", "Ireland", lookups: tables));
        Assert.Equal("GB", Converting.Text("""{ "kind": "country", "overrides": "countries" }""", "UK"));
    }
}
