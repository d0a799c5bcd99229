using Integration.Mapping.Conversions.Addresses;
using Integration.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Addresses;

public sealed class StateConversionTests
{
    [Theory]
    [InlineData("US", "new york", "code", "NY")]
    [InlineData("US", "N.Y.", "name", "New York")]
    [InlineData("US", "Calif.", "iso", "US-CA")]
    [InlineData("USA", "US-TX", "name", "Texas")]
    [InlineData("US", "D.C.", "code", "DC")]
    [InlineData("CA", "Québec", "code", "QC")]
    [InlineData("CA", "quebec", "code", "QC")]
    [InlineData("CA", "Colombie-Britannique", "name", "British Columbia")]
    [InlineData("AU", "new south wales", "code", "NSW")]
    [InlineData("DE", "NRW", "iso", "DE-NW")]
    [InlineData("DE", "Baden-Wuerttemberg", "code", "BW")]
    [InlineData("Germany", "Bavaria", "name", "Bayern")]
    [InlineData("AT", "Wien", "iso", "AT-9")]
    [InlineData("CH", "Zurich", "code", "ZH")]
    [InlineData("IT", "Milano", "code", "MI")]
    [InlineData("IT", "Forli-Cesena", "code", "FC")]
    [InlineData("ES", "Coruña", "code", "C")]
    [InlineData("ES", "Catalonia", "iso", "ES-CT")]
    [InlineData("MX", "CDMX", "name", "Ciudad de México")]
    [InlineData("MX", "Nuevo Leon", "code", "NLE")]
    [InlineData("BR", "sao paulo", "code", "SP")]
    [InlineData("IN", "Tamil Nadu", "code", "TN")]
    [InlineData("IN", "Orissa", "name", "Odisha")]
    [InlineData("CN", "广东省", "code", "GD")]
    [InlineData("CN", "Guangdong", "iso", "CN-GD")]
    [InlineData("JP", "東京都", "iso", "JP-13")]
    [InlineData("JP", "Ōsaka", "name", "Osaka")]
    [InlineData("GB", "Cymru", "code", "WLS")]
    [InlineData("GB", "Greater London", "code", "Greater London")]
    [InlineData("US", "AE", "name", "Armed Forces Europe")]
    [InlineData("FR", " Île-de-France ", "code", "Île-de-France")]
    [InlineData("", "Somewhere", "code", "Somewhere")]
    public void Code_or_name_becomes_the_form_that_is_needed(string country, string given, string form, string expected) =>
        Assert.Equal(expected, Converting.Text(Convert($""", "as": "{form}" """), given, country));

    [Fact]
    public void Every_state_comes_back_from_its_code_its_full_code_and_its_name()
    {
        Assert.Equal(["AT", "AU", "BR", "CA", "CH", "CN", "DE", "ES", "GB", "IN", "IT", "JP", "MX", "US"], States.CountriesKnown.Order());
        foreach (var state in States.CountriesKnown.SelectMany(States.Of))
        {
            Assert.Equal(state, States.Find(state.Country, state.Code));
            Assert.Equal(state, States.Find(state.Country, $"{state.Country}-{state.Code}"));
            Assert.Equal(state.Name, States.Find(state.Country, state.Name)?.Name);
        }
    }

    [Theory]
    [InlineData("US", 60)]
    [InlineData("CA", 13)]
    [InlineData("AU", 8)]
    [InlineData("DE", 16)]
    [InlineData("AT", 9)]
    [InlineData("CH", 26)]
    [InlineData("ES", 69)]
    [InlineData("MX", 32)]
    [InlineData("BR", 27)]
    [InlineData("IN", 36)]
    [InlineData("CN", 34)]
    [InlineData("JP", 47)]
    [InlineData("GB", 4)]
    public void Country_has_all_its_states(string country, int count) => Assert.Equal(count, States.Of(country).Count());

    [Fact]
    public void State_of_another_country_is_a_problem_kept_or_left_out_as_the_rule_says()
    {
        var problem = Converting.Problem(Convert(), "Bavaria", "US");

        Assert.Equal(ProblemKind.ConversionFailed, problem.Kind);
        Assert.Contains("is not a state of US", problem.Message, StringComparison.Ordinal);
        Assert.Equal("Bavaria", Converting.Text(Convert(""", "unknown": "keep" """), "Bavaria", "US"));
        Assert.Null(Converting.Text(Convert(""", "unknown": "omit" """), "Bavaria", "US"));
    }

    [Fact]
    public void Own_code_of_the_erp_wins() =>
        Assert.Equal("NYC", Converting.Text(Convert(""", "overrides": "states" """), "New York", "US", """{ "states": { "codes": { "US-NY": "NYC" } } }"""));

    [Fact]
    public void Only_in_the_countries_of_the_rule_codes_are_written()
    {
        var convert = Convert(""", "only": ["US"], "overrides": "states" """);
        const string tables = """{ "states": { "codes": { "JP-27": "OSAKA-FU" } } }""";

        Assert.Equal("NY", Converting.Text(convert, "New York", "US", tables));
        Assert.Equal("Tokyo", Converting.Text(convert, "Tokyo", "JP", tables));
        Assert.Equal("OSAKA-FU", Converting.Text(convert, "大阪府", "JP", tables));
        Assert.Equal("Nowhere", Converting.Text(convert, "Nowhere", "JP", tables));
        Converting.Problem(convert, "Nowhere", "US", tables);
    }

    private static string Convert(string more = "") => $$"""{ "kind": "state", "country": "country" {{more}} }""";
}
