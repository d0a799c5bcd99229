using System.Diagnostics;
using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Jsonata;

/// <summary>Whatever an expression says and whatever it is given: a result or <see cref="JsonataException"/>, and soon.</summary>
public sealed class JsonataRobustnessTests
{
    private const int Count = 12_000;
    private static readonly TimeSpan LongestEach = TimeSpan.FromSeconds(5);
    private static readonly JsonataLimits Limits = new() { MaxSteps = 20_000, MaxOutput = 20_000, RegexTimeout = TimeSpan.FromMilliseconds(20) };

    private static readonly string[] Functions =
    [
        "sum", "count", "max", "average", "string", "substring", "substringBefore", "substringAfter", "lowercase", "uppercase", "length", "trim", "pad", "join",
        "match", "contains", "replace", "split", "base64encode", "base64decode", "encodeUrl", "decodeUrlComponent", "number", "floor", "round", "sqrt", "power",
        "formatNumber", "formatBase", "formatInteger", "parseInteger", "boolean", "not", "exists", "type", "keys", "lookup", "spread", "merge", "each", "sift",
        "clone", "append", "reverse", "distinct", "zip", "sort", "map", "filter", "single", "reduce", "error", "assert", "eval", "now", "toMillis", "fromMillis",
    ];

    private static readonly string[] Operands =
    [
        "1", "-1", "0", "7e28", "1e-28", "2147483648", "99999999999999999999", "'a'", "''", "'a,b'", "'[Y0001]-[M01]'", "'[Z]'", "'[Y,9-9]'", "'#,##0.00'", "'w;o'", "'0e0'",
        "true", "null", "[]", "[1, 2]", "[[]]", "['a', 'b']", "{}", "{'a': 1}", "[{'a': 1}, {'a': 'b'}]", "nothing", "$", "$$", "$sum", "λ($x){$x}", "λ($x, $y){$y}",
        "/a/", "/(a)|b/", "/(a*)*b/", "/(?=a)/", "'1+1'", "'$$$'", "'\\ud800'", "'😀'", "|a|{}|", "|$|$|", "$substring(?, 1)", "'2018-01-01'", "'١'", "lines", "lines.sku", "%", "**",
        "{'zero-digit': 'z', 'decimal-separator': 'z'}", "[1..9]", "$map(lines, λ($l){$l.sku & $l.n})",
    ];

    private static readonly string[] Signs =
    [
        "+", "-", "*", "/", "%", "=", "!=", "<", ">=", "&", " and ", " or ", " in ", "(", ")", "[", "]", "{", "}", "?", ":", ";", ",", ".", "..", "~>", "@$v", "#$i", "^(", "|", "**", "??", "?:",
        ":=", "$v", "'", "\"", "\\", "λ", "function(", "!", "`c d`", "/*",
    ];

    private static readonly JsonNode Input = JsonNode.Parse("""
        { "a": [1, { "b": "x" }], "c d": null, "n": 1e20, "lines": [ { "sku": "A", "n": 1 }, { "sku": "B", "n": 2.50, "o": [[1], []] } ], "text": "a😀\u0000" }
        """)!;

    [Fact]
    public void Random_expressions_end_with_a_result_or_an_error_of_the_language()
    {
        var random = new Random(20_260_301);
        var watch = new Stopwatch();
        for (var i = 0; i < Count; i++)
        {
            var text = random.Next(4) == 0 ? Soup(random) : Calls(random, 2);
            watch.Restart();
            var unexpected = Record.Exception(() => Evaluate(text));
            Assert.True(unexpected is null or JsonataException, $"{text}\n{unexpected}");
            Assert.True(watch.Elapsed < LongestEach, $"{text}\ntook {watch.Elapsed}");
        }
    }

    [Theory]
    [InlineData("$formatNumber(1.5, '0.' & $pad('', 200000, '0,') & '0')")]
    [InlineData("$formatInteger(1, $pad('', 200000, '0,:') & '0')")]
    [InlineData("$fromMillis(1, $pad('', 400000, '[Y]'))")]
    [InlineData("$contains($pad('', 500000, 'ab'), $pad('', 200000, 'ab') & 'aa')")]
    [InlineData("($a := $pad('', 400000, 'a'); $b := $pad('', 400000, 'a'); $f := λ($n) { $n = 0 ? 1 : $f($n - ($a = $b ? 1 : 2)) }; $f(300000))")]
    [InlineData("($a := $pad('', 400000, 'a'); $b := $pad('', 400000, 'a'); $f := λ($n) { $n = 0 ? 1 : $f($n - ($a <= $b ? 1 : 2)) }; $f(300000))")]
    [InlineData("($a := $map([1..100000], λ($x) { 0 }); $f := λ($n) { $n = 0 ? 1 : $f($n - ($a ? 2 : 1)) }; $f(300000))")]
    public void Work_inside_one_step_counts_by_its_length(string expression) => Assert.Equal("U1001", CodeOf(expression));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("(a|", ")")]
    public void Regular_expression_of_thousands_of_groups_is_refused(string open, string close) =>
        Assert.Equal("U1001", CodeOf($"/{string.Concat(Enumerable.Repeat(open, 5_000))}a{string.Concat(Enumerable.Repeat(close, 5_000))}/"));

    [Fact]
    public void Object_may_be_updated_with_itself() => Assert.Equal("""{"a":1}""", Expressions.Text("{'a': 1} ~> |$|$|"));

    [Fact]
    public void Plain_path_gives_over_nodes_what_the_engine_gives()
    {
        var random = new Random(7);
        string[] paths = ["r", "r.a", "r.a.b", "r.b.a.c", "r.a.a"];
        for (var i = 0; i < 3_000; i++)
        {
            var input = new JsonObject { ["r"] = AnyNode(random, 5) };
            var path = paths[random.Next(paths.Length)];
            var direct = JsonataExpression.Compile(path).TryEvaluate(input, out var expected, ct: TestContext.Current.CancellationToken);
            var byEngine = JsonataExpression.Compile($"($found := {path}; $found)").TryEvaluate(input, out var actual, ct: TestContext.Current.CancellationToken);

            Assert.True(direct == byEngine && JsonNode.DeepEquals(expected, actual), $"{path} of {input.ToJsonString()}: {expected?.ToJsonString()} and {actual?.ToJsonString()}");
        }
    }

    private static void Evaluate(string text)
    {
        JsonNode? input = text.Length % 3 == 0 ? Input["lines"] : Input;
        JsonataExpression.Compile(text, Limits).Evaluate(input, ct: TestContext.Current.CancellationToken);
    }

    private static string CodeOf(string expression) => Expressions.Failure(expression).Code;

    private static string Soup(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => random.Next(2) == 0 ? Any(random, Operands) : Any(random, Signs)));

    private static string Calls(Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0) return Any(random, Operands);
        return random.Next(4) switch
        {
            0 => $"{Calls(random, depth - 1)}{Any(random, Signs)}{Calls(random, depth - 1)}",
            1 => $"({Calls(random, depth - 1)}).({Calls(random, depth - 1)})[{Calls(random, depth - 1)}]",
            _ => $"${Any(random, Functions)}({string.Join(", ", Enumerable.Range(0, random.Next(0, 4)).Select(_ => Calls(random, depth - 1)))})",
        };
    }

    private static JsonNode? AnyNode(Random random, int depth) => random.Next(depth > 0 ? 6 : 2) switch
    {
        0 => null,
        1 => random.Next(2) == 0 ? JsonValue.Create("x") : JsonValue.Create(1.50m),
        2 or 3 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => AnyNode(random, depth - 1))]),
        _ => new JsonObject(new[] { "a", "b", "c" }.Where(_ => random.Next(3) > 0).Select(name => KeyValuePair.Create(name, AnyNode(random, depth - 1)))),
    };

    private static string Any(Random random, string[] from) => from[random.Next(from.Length)];
}
