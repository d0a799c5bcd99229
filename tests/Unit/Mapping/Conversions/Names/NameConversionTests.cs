using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Names;

public sealed class NameConversionTests
{
    [Theory]
    [InlineData("", "Ada Lovelace", null, "Ada", "Lovelace", null)]
    [InlineData("ES", "Dr. María José García López", "Dr.", "María José", "García López", null)]
    [InlineData("ES", "María José García", null, "María José", "García", null)]
    [InlineData("ES", "Pedro Almodóvar Caballero", null, "Pedro", "Almodóvar Caballero", null)]
    [InlineData("ES", "Juan de la Cruz", null, "Juan", "de la Cruz", null)]
    [InlineData("MX", "Ana María de la Cruz Hernández", null, "Ana María", "de la Cruz Hernández", null)]
    [InlineData("DE", "Prof. Dr. Hans-Peter von der Leyen", "Prof. Dr.", "Hans-Peter", "von der Leyen", null)]
    [InlineData("NL", "Vincent van Gogh", null, "Vincent", "van Gogh", null)]
    [InlineData("GB", "van Morrison", null, "van", "Morrison", null)]
    [InlineData("US", "Martin Luther King Jr.", null, "Martin Luther", "King", "Jr.")]
    [InlineData("US", "Lovelace, Ada King", null, "Ada King", "Lovelace", null)]
    [InlineData("US", "García López, Dr. María José", "Dr.", "María José", "García López", null)]
    [InlineData("US", "John Smith, PhD", null, "John", "Smith", "PhD")]
    [InlineData("BR", "José da Silva Filho", null, "José", "da Silva Filho", null)]
    [InlineData("ID", "Sukarno", null, null, "Sukarno", null)]
    [InlineData("US", "Mr. Smith", "Mr.", null, "Smith", null)]
    [InlineData("HU", "Dr. Nagy Anna Mária", "Dr.", "Anna Mária", "Nagy", null)]
    [InlineData("VN", "Nguyễn Văn An", null, "Văn An", "Nguyễn", null)]
    [InlineData("JP", "山田 太郎", null, "太郎", "山田", null)]
    [InlineData("JP", "山田太郎", null, null, "山田太郎", null)]
    [InlineData("JP", "ジョン・スミス", null, "ジョン", "スミス", null)]
    [InlineData("JP", "Taro Yamada", null, "Taro", "Yamada", null)]
    [InlineData("CN", "王小明", null, "小明", "王", null)]
    [InlineData("CN", "欧阳娜娜", null, "娜娜", "欧阳", null)]
    [InlineData("KR", "김철수", null, "철수", "김", null)]
    [InlineData("KR", "남궁민수", null, "민수", "남궁", null)]
    public void Name_is_split(string country, string name, string? title, string? first, string? last, string? suffix) =>
        Assert.Equal((title, first, last, suffix), (Part("title", name, country), Part("first", name, country), Part("last", name, country), Part("suffix", name, country)));

    [Fact]
    public void Rule_may_say_the_order_the_family_names_and_where_a_single_name_goes()
    {
        Assert.Equal("Yamada", Part("last", "Yamada Taro", "JP", """, "order": "familyFirst" """));
        Assert.Equal("Anna", Part("first", "Anna Nagy", "HU", """, "order": "givenFirst" """));
        Assert.Equal("Silva Santos", Part("last", "Ana Paula Silva Santos", "BR", """, "familyNames": 2 """));
        Assert.Equal("Cher", Part("first", "Cher", "US", """, "single": "first" """));
        Assert.Null(Part("last", "Cher", "US", """, "single": "first" """));
    }

    [Fact]
    public void Every_word_of_any_name_is_in_exactly_one_part() => Prop.ForAll(Names().ToArbitrary(), given =>
    {
        var (country, words) = given;
        var name = string.Join(' ', words);
        var parts = ((string[])["title", "first", "last", "suffix"]).SelectMany(part => Part(part, name, country)?.Split(' ') ?? []);
        return parts.Order().SequenceEqual(words.Order()).Label($"{country}: {name}");
    }).QuickCheckThrowOnFailure();

    private static string? Part(string part, string name, string country, string more = "") =>
        Converting.Text($$"""{ "kind": "name", "part": "{{part}}", "country": "country" {{more}} }""", name, country);

    private static Gen<(string Country, List<string> Words)> Names() =>
        from country in Gen.Elements("US", "ES", "HU", "JP", "BR", "")
        from words in Gen.Elements("Dr.", "Ada", "María", "José", "de", "la", "van", "y", "Cruz", "Filho", "Jr.", "III", "太郎", "King", "O'Neill").NonEmptyListOf()
        select (country, words.ToList());
}
