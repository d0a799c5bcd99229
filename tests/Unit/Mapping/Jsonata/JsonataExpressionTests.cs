using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Jsonata;

public sealed class JsonataExpressionTests
{
    [Fact]
    public void Sum_of_cents_is_exact()
    {
        Assert.Equal("0.3", Expressions.Text("0.1 + 0.2"));
        Assert.Equal("true", Expressions.Text("$sum([0.1, 0.2, 0.3]) = 0.6"));
        Assert.Equal("79228162514264337593543950335", Expressions.Text("79228162514264337593543950334 + 1"));
    }

    [Theory]
    [InlineData("79228162514264337593543950335 * 2")]
    [InlineData("1 / 0")]
    [InlineData("1 % 0")]
    public void Number_beyond_decimal_is_an_error_and_never_infinity(string expression) => Assert.Equal("D1001", Expressions.Failure(expression).Code);

    [Theory]
    [InlineData("[{'k': 'a', 'v': 1}, {'k': 'b', 'v': 2}, {'k': 'a', 'v': 3}]{k: $sum(v)}.a", "4")]
    [InlineData("$map(['abc', 'xyz'], $substring(?, 1, 1))", "[\"b\",\"y\"]")]
    [InlineData("[3, 1, 2]^(>$)[0]", "3")]
    [InlineData("$string(2 / 3) & '|' & 1.50 * 2", "\"0.666666666666667|3\"")]
    [InlineData("$sqrt(2) * $sqrt(2) = 2 or $round($sqrt(2) * $sqrt(2), 20) = 2", "true")]
    [InlineData("$formatInteger(1999, 'Ww;o') & ' ' & $formatInteger(1999, 'I')", "\"One Thousand, Nine Hundred and Ninety-Ninth MCMXCIX\"")]
    [InlineData("$fromMillis(1769898600000, '[FNn], [D1o] [MNn] [Y] [h]:[m] [P] week [W]')", "\"Saturday, 31st January 2026 10:30 pm week 5\"")]
    [InlineData("($orders := [{'n': 1, 'l': [{'s': 'x'}, {'s': 'y'}]}]; $orders.l.(s & %.n))", "[\"x1\",\"y1\"]")]
    [InlineData("$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')", "\"Smith, John\"")]
    [InlineData("$match('a1b22', /[0-9]+/).match", "[\"1\",\"22\"]")]
    public void Language_gives(string expression, string expected) => Assert.Equal(expected, Expressions.Text(expression));

    [Fact]
    public void Missing_and_null_are_told_apart()
    {
        var input = JsonNode.Parse("""{ "a": null }""");

        Assert.True(JsonataExpression.Compile("a").TryEvaluate(input, out var found, ct: TestContext.Current.CancellationToken));
        Assert.Null(found);
        Assert.False(JsonataExpression.Compile("b").TryEvaluate(input, out _, ct: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Error_names_code_position_and_token()
    {
        var failure = Assert.Throws<JsonataException>(() => Expressions.Run("total * 'x'", JsonNode.Parse("""{ "total": 2 }""")));

        Assert.Equal("T2002", failure.Code);
        Assert.Equal(6, failure.Position);
        Assert.Equal("*", failure.Token);
    }

    [Fact]
    public void Message_of_an_error_never_holds_a_value()
    {
        var input = JsonNode.Parse("""{ "email": "ada@example.com" }""");
        string[] expressions = ["email + 1", "$number(email)", "$error(email)", "$assert(false, email)", "email.$sum($)", "$toMillis(email)", "{email: 1, email: 2}"];

        foreach (var expression in expressions)
        {
            var failure = Assert.Throws<JsonataException>(() => Expressions.Run(expression, input));
            Assert.DoesNotContain("ada@", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Input_is_not_changed_by_a_transform()
    {
        var input = JsonNode.Parse("""{ "lines": [ { "sku": "A", "note": "x" } ] }""")!;
        var before = input.ToJsonString();

        var result = Expressions.Run("$ ~> |lines|{'sku': 'B'}, 'note'|", input);

        Assert.Equal("""{"lines":[{"sku":"B"}]}""", result!.ToJsonString());
        Assert.Equal(before, input.ToJsonString());
    }

    [Fact]
    public void Now_is_the_clock_given_and_the_same_throughout()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 1, 31, 22, 30, 0, TimeSpan.Zero));

        var result = Expressions.Run("$now() & ' ' & $fromMillis($millis(), '[D01].[M01].[Y0001] [H01]:[m01] [Z]', '+0100')", null, clock: clock);

        Assert.Equal("2026-01-31T22:30:00.000Z 31.01.2026 23:30 +01:00", result!.GetValue<string>());
    }

    [Fact]
    public void Bindings_are_variables()
    {
        var bindings = new Dictionary<string, JsonNode?> { ["pair"] = JsonNode.Parse("""{ "branch": "MAIN" }""") };

        Assert.Equal("MAIN", Expressions.Run("$pair.branch", null, bindings)!.GetValue<string>());
    }

    [Fact]
    public async Task One_expression_serves_several_threads()
    {
        var expression = JsonataExpression.Compile("($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(n) & $match(text, /b+/).match)");
        var input = JsonNode.Parse("""{ "n": 12, "text": "aabbcc" }""");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Enumerable.Range(0, 50).Select(_ => expression.Evaluate(input, ct: TestContext.Current.CancellationToken)!.GetValue<string>()).Distinct().Single())));

        Assert.All(results, result => Assert.Equal("479001600bb", result));
    }
}
