using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Jsonata;

/// <summary>Behaviour of the JavaScript engine that the given part of the public suite does not cover; the cases are our own.</summary>
public sealed class JsonataConformanceTests
{
    [Theory]
    [InlineData("$append('only', [])", "[\"only\"]")]
    [InlineData("$spread([{'sku': 'A'}])", "[{\"sku\":\"A\"}]")]
    [InlineData("$spread({'sku': 'A'})", "{\"sku\":\"A\"}")]
    [InlineData("$count($spread([]))", "0")]
    public void Array_of_one_that_was_put_together_stays_an_array(string expression, string expected) => Assert.Equal(expected, Expressions.Text(expression));

    [Theory]
    [InlineData("1e21", "1e+21")]
    [InlineData("-2.5e22", "-2.5e+22")]
    [InlineData("999999999999999999999", "999999999999999999999")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.00000025", "2.5e-7")]
    [InlineData("2e15 / 3", "666666666666667")]
    [InlineData("1 / 3", "0.333333333333333")]
    [InlineData("12345678.12345678", "12345678.12345678")]
    public void Number_as_text_is_written_as_JavaScript_writes_it(string expression, string expected)
    {
        Assert.Equal($"\"{expected}\"", Expressions.Text($"$string({expression})").Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal($"\"[{expected}]\"", Expressions.Text($"$string([{expression}])").Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$substring('warehouse', 1.5, 1.5)", "\"ar\"")]
    [InlineData("$substring('warehouse', -2.5, 1.5)", "\"s\"")]
    [InlineData("$split('a,b,c', ',', 1.5)", "[\"a\"]")]
    [InlineData("$split('a1b2c', /[0-9]/, 1.5)", "[\"a\",\"b\"]")]
    [InlineData("$count($split('\uD83D\uDE9A!', ''))", "2")]
    [InlineData("$uppercase('Große Straße, ﬁne')", "\"GROSSE STRASSE, FINE\"")]
    [InlineData("$lowercase('İ') = 'i\u0307'", "true")]
    [InlineData("$replace('abc', 'x', missing)", "\"abc\"")]
    public void Text_functions_give(string expression, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), Expressions.Text(expression));

    [Theory]
    [InlineData("* / 2", "3")]
    [InlineData("** / 2", "3")]
    [InlineData("(* / 2) / 3", "1")]
    [InlineData("$match('6', /6/).match", "\"6\"")]
    public void Slash_after_a_wildcard_divides(string expression, string expected) =>
        Assert.Equal(expected, Expressions.Run(expression, JsonNode.Parse(expression.StartsWith("**", StringComparison.Ordinal) ? "6" : """{ "six": 6 }"""))!.ToJsonString());

    [Theory]
    [InlineData("total ! 2", "S0204", "!")]
    [InlineData("lines[", "S0203", "(end)")]
    [InlineData("$sum(", "S0203", "(end)")]
    [InlineData("{'a': ", "S0203", "(end)")]
    [InlineData("$ ~> |lines", "S0203", "(end)")]
    [InlineData("function($x)<n", "S0203", "(end)")]
    [InlineData("function($x)<n{$x}", "S0202", "{")]
    [InlineData("total +", "S0207", "(end)")]
    [InlineData("total := 1", "S0212", "total")]
    [InlineData("function(total){1}", "S0208", "total")]
    [InlineData("7('x')", "T1006", "7")]
    [InlineData("$sum(['x'])", "T0412", "sum")]
    [InlineData("$replace('abc', 'b', missing)", "D3012", "replace")]
    [InlineData("$replace('abc', /b/, missing)", "D3012", "replace")]
    [InlineData("$fromMillis(0, '[Z010101t]')", "D3134", "fromMillis")]
    public void Error_has_the_code_and_token(string expression, string code, string token)
    {
        var failure = Expressions.Failure(expression);

        Assert.Equal((code, token), (failure.Code, failure.Token));
    }

    [Fact]
    public void Key_that_occurs_twice_is_not_told_for_it_may_be_a_name()
    {
        var failure = Expressions.Failure("{name: 1, name: 2}", JsonNode.Parse("""{ "name": "Ada Lovelace" }"""));

        Assert.Equal("D1009", failure.Code);
        Assert.Null(failure.Token);
    }

    [Fact]
    public void Time_with_zone_after_a_fraction_is_read() =>
        Assert.Equal("1526981616617", Expressions.Text("$toMillis('2018-05-22T10:33:36.617+01:00', '[Y]-[M]-[D]T[H]:[m]:[s].[f][Z]')"));
}
