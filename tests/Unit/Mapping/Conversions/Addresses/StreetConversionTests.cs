using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Addresses;

public sealed class StreetConversionTests
{
    [Theory]
    [InlineData("DE", "Königsallee 7a", "Königsallee", "7a", null)]
    [InlineData("DE", "Straße des 17. Juni 135", "Straße des 17. Juni", "135", null)]
    [InlineData("DE", "Am Alten Markt 17 - 19", "Am Alten Markt", "17 - 19", null)]
    [InlineData("DE", "Hauptstr. 5 b, Hinterhaus", "Hauptstr.", "5 b", "Hinterhaus")]
    [InlineData("DE", "Q7 24a", "Q7", "24a", null)]
    [InlineData("DE", "Hauptstr.12a", "Hauptstr.", "12a", null)]
    [InlineData("AT", "Mariahilfer Straße 12/3/15", "Mariahilfer Straße", "12/3/15", null)]
    [InlineData("AT", "Ringstraße 4 Top 12", "Ringstraße", "4", "Top 12")]
    [InlineData("CH", "Bahnhofstrasse 21", "Bahnhofstrasse", "21", null)]
    [InlineData("NL", "Keizersgracht 123-II", "Keizersgracht", "123-II", null)]
    [InlineData("NL", "1e Constantijn Huygensstraat 38-3", "1e Constantijn Huygensstraat", "38-3", null)]
    [InlineData("NL", "Laan van Meerdervoort 70 A", "Laan van Meerdervoort", "70 A", null)]
    [InlineData("BE", "Rue de la Loi 16 bte 3", "Rue de la Loi", "16", "bte 3")]
    [InlineData("BE", "Meir 50 bus 12", "Meir", "50", "bus 12")]
    [InlineData("DK", "Nørrebrogade 44, 2. tv", "Nørrebrogade", "44", "2. tv")]
    [InlineData("SE", "Sveavägen 24 lgh 1101", "Sveavägen", "24", "lgh 1101")]
    [InlineData("PL", "ul. Świętokrzyska 31/33", "ul. Świętokrzyska", "31/33", null)]
    [InlineData("PL", "ul. Marszałkowska 10/12 m. 5", "ul. Marszałkowska", "10/12", "m. 5")]
    [InlineData("CZ", "Na Příkopě 854/14", "Na Příkopě", "854/14", null)]
    [InlineData("HU", "Kossuth Lajos utca 12.", "Kossuth Lajos utca", "12.", null)]
    [InlineData("IT", "Via XX Settembre, 12/A", "Via XX Settembre", "12/A", null)]
    [InlineData("IT", "Via Roma 12 bis", "Via Roma", "12 bis", null)]
    [InlineData("ES", "Calle de Alcalá, 50, 3º B", "Calle de Alcalá", "50", "3º B")]
    [InlineData("ES", "Carrer de Mallorca 401", "Carrer de Mallorca", "401", null)]
    [InlineData("PT", "Rua Augusta, 110, 2.º Esq.", "Rua Augusta", "110", "2.º Esq.")]
    [InlineData("BR", "Rua Augusta, 1500, apto 42", "Rua Augusta", "1500", "apto 42")]
    [InlineData("MX", "Av. Insurgentes Sur 1602 Int. 4", "Av. Insurgentes Sur", "1602", "Int. 4")]
    [InlineData("US", "12 Analytical Way Apt 4", "Analytical Way", "12", "Apt 4")]
    [InlineData("US", "350 5th Ave #21B", "5th Ave", "350", "#21B")]
    [InlineData("US", "65-30 Kissena Blvd", "Kissena Blvd", "65-30", null)]
    [InlineData("US", "123 1/2 Main St, Suite 200", "Main St", "123 1/2", "Suite 200")]
    [InlineData("CA", "1234, rue Sainte-Catherine Ouest, app. 5", "rue Sainte-Catherine Ouest", "1234", "app. 5")]
    [InlineData("GB", "221B Baker Street", "Baker Street", "221B", null)]
    [InlineData("GB", "Flat 3, 12 High Street", "High Street", "12", "Flat 3")]
    [InlineData("AU", "5/12 Smith Street", "Smith Street", "5/12", null)]
    [InlineData("FR", "12 bis rue de la Paix", "rue de la Paix", "12 bis", null)]
    [InlineData("FR", "3 rue du 8 Mai 1945", "rue du 8 Mai 1945", "3", null)]
    [InlineData("FR", "8, avenue Foch, bâtiment B", "avenue Foch", "8", "bâtiment B")]
    [InlineData("LU", "2, rue Alphonse Weicker", "rue Alphonse Weicker", "2", null)]
    public void Line_is_split_as_its_country_writes_it(string country, string line, string street, string? number, string? addition)
    {
        Assert.Equal((street, number, addition), (Part("street", line, country), Part("number", line, country), Part("addition", line, country)));
    }

    [Theory]
    [InlineData("DE", "Straße des 17. Juni")]
    [InlineData("DE", "Packstation 123")]
    [InlineData("DE", "Gebäude 3, Hauptstraße 12")]
    [InlineData("DE", "Hauptstraße 5 7")]
    [InlineData("ES", "Calle Mayor 5 y 7")]
    [InlineData("ES", "Calle Mayor 5, 28013 Madrid")]
    [InlineData("US", "123 456 Main St")]
    [InlineData("DE", "Königsallee")]
    [InlineData("DE", "7a")]
    [InlineData("GB", "Rose Cottage, High Street")]
    [InlineData("GB", "Unit 5 Riverside Park")]
    [InlineData("US", "PO Box 123")]
    [InlineData("US", "One Apple Park Way")]
    [InlineData("US", "N6W23001 Bluemound Rd")]
    [InlineData("US", "12 34")]
    [InlineData("FR", "Résidence Les Pins, 12 rue Foch")]
    [InlineData("NL", "Postbus 12345")]
    [InlineData("JP", "丸の内1-9-1")]
    [InlineData("IN", "12 MG Road")]
    [InlineData("XX", "12 Main Street 7")]
    public void Line_that_is_not_clear_stays_whole(string country, string line)
    {
        Assert.Equal((line, null, null), (Part("street", line, country), Part("number", line, country), Part("addition", line, country)));
    }

    [Fact]
    public void Line_without_a_country_stays_whole() => Assert.Equal("12 Main Street", Converting.Text("""{ "kind": "street", "part": "street", "country": "country" }""", "12 Main Street"));

    [Fact]
    public void Several_lines_are_read_as_one() => Assert.Equal("7a", Part("number", (string[])["Königs", "allee 7a"], "DE"));

    [Fact]
    public void No_letter_and_no_digit_of_any_line_is_lost() => Prop.ForAll(Lines().ToArbitrary(), given =>
    {
        var (country, line) = given;
        var parts = string.Concat(((string[])["street", "number", "addition"]).Select(part => Part(part, line, country)));
        return (Signs(parts) == Signs(line) && Part("street", line, country)!.Length > 0).Label($"{country}: {line} became {parts}");
    }).QuickCheckThrowOnFailure();

    private static string? Part(string part, object line, string country) =>
        Converting.Text($$"""{ "kind": "street", "part": "{{part}}", "country": "country" }""", line, country);

    /// <summary>All signs that are neither blanks nor commas, in an order of their own.</summary>
    private static string Signs(string text) => string.Concat(text.Where(sign => sign is not (' ' or ',')).Order());

    private static Gen<(string Country, string Line)> Lines() =>
        from country in Gen.Elements("DE", "US", "GB", "FR", "NL", "ES", "BR", "DK", "JP")
        from words in Gen.Elements("12", "7a", "3,", "Main", "Street", "Straße", "rue", "bis", "Apt", "4", "m.", "5", "2.", "-", "/", "31/33", "#4", "Str.9", "Flat", "3º", "B", "b,", "Juni", "丸", "½").NonEmptyListOf()
        select (country, string.Join(' ', words));
}
