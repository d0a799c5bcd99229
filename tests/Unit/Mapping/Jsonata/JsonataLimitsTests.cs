using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Jsonata;

public sealed class JsonataLimitsTests
{
    [Theory]
    [InlineData("($f := function() { $f() }; $f())", "U1001")]
    [InlineData("($f := function($n) { 1 + $f($n) }; $f(1))", "U1001")]
    [InlineData("($f := function($n) { [1..10].($f($n)) }; $f(1))", "U1001")]
    [InlineData("($a := [1..3000]; $count($a[$count($a[$ < 0]) = 0]))", "U1001")]
    [InlineData("[1..9999999999]", "D2014")]
    [InlineData("$reduce([1..64], function($t, $i) { $t & $t }, 'x')", "U1002")]
    [InlineData("$reduce([1..64], function($t, $i) { $append($t, $t) }, [1])", "U1002")]
    [InlineData("$pad('x', 2000000000)", "U1002")]
    [InlineData("$reduce([1..40], function($t, $i) { {'a': $t, 'b': $t} }, 'x') ~> $string()", "U1002")]
    [InlineData("$replace($pad('', 100000, 'a'), /a/, $pad('', 10000, 'b'))", "U1002")]
    [InlineData("$reduce([1..40], function($t, $i) { {'a': $t, 'b': $t} }, 'x')", "U1002")]
    [InlineData("$reduce([1..5000], function($t, $i) { {'a': $t} }, 'x')", "U1002")]
    [InlineData("$reduce([1..90000], function($t, $i) { [[$t]] }, 1) = $reduce([1..90000], function($t, $i) { [[$t]] }, 1)", "U1001")]
    [InlineData("$reduce([1..40], function($t, $i) { {'a': $t, 'b': $t} }, 'x') = $reduce([1..40], function($t, $i) { {'a': $t, 'b': $t} }, 'x')", "U1001")]
    [InlineData("$boolean($reduce([1..40], function($t, $i) { [[$t], [$t]] }, 0))", "U1001")]
    [InlineData("$reduce([1..40], function($t, $i) { {'a': $t, 'b': $t} }, 'x').**", "U1001")]
    [InlineData("$keys($reduce([1..40], function($t, $i) { [[$t], [$t]] }, 0))", "U1001")]
    [InlineData("($a := [1..100000]; $map([1..100000], function($i) { $sum($a) }))", "U1001")]
    [InlineData("($a := [1..100000]; $map([1..100000], function($i) { $i - 200000 in $a }))", "U1001")]
    [InlineData("($a := [1..1000]; $b := $map([1..1000], function($i) { {'x': $a} }); $b.x.$b.x)", "U1002")]
    [InlineData("$eval('($f := function() { $f() }; $f())')", "U1001")]
    public void Runaway_expression_ends_with_its_code(string expression, string code) => Assert.Equal(code, CodeOf(expression));

    [Fact]
    public void Runaway_recursion_ends_on_a_small_stack_too()
    {
        string? code = null;
        var thread = new Thread(() => code = CodeOf("($f := function($n) { [$n][0] + (1 + (2 + $f($n + 1))) }; $f(1))", new JsonataLimits { MaxDepth = 1_000_000 }), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal("U1001", code);
    }

    [Fact]
    public void Endless_backtracking_is_cut_off()
    {
        var limits = new JsonataLimits { RegexTimeout = TimeSpan.FromMilliseconds(50) };

        Assert.Equal("U1001", CodeOf("$contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(?=(a+)+$)b/)", limits));
    }

    [Theory]
    [InlineData("(", 200_000)]
    [InlineData("-", 200_000)]
    [InlineData("[", 90_000)]
    [InlineData("1+", 40_000)]
    [InlineData("a.", 40_000)]
    [InlineData("f(", 40_000)]
    public void Deeply_nested_text_is_refused(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + "1";

        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => JsonataExpression.Compile(text)).Code);
    }

    [Fact]
    public void Tail_calls_do_not_nest() =>
        Assert.Equal("100000", Expressions.Text("($count := function($n, $t) { $n = 0 ? $t : $count($n - 1, $t + 1) }; $count(100000, 0))"));

    [Fact]
    public void Cancelled_evaluation_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => JsonataExpression.Compile("$sum([1..100000].($ * 2))").Evaluate(JsonNode.Parse("{}"), ct: source.Token));
    }

    private static string CodeOf(string expression, JsonataLimits? limits = null) => Expressions.Failure(expression, limits: limits).Code;
}
