using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Jsonata;

public sealed class JsonataSuiteTests(ITestOutputHelper output)
{
    [Fact]
    public void Public_suite_fails_exactly_where_expected()
    {
        var cases = Suite.Cases().ToList();
        var failing = cases.Select(suiteCase => (suiteCase.Name, Difference: SuiteCheck.Difference(suiteCase)))
            .Where(outcome => outcome.Difference is not null)
            .ToDictionary(outcome => outcome.Name, outcome => outcome.Difference!);
        var rate = string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"JSONata suite: {cases.Count - failing.Count} of {cases.Count} cases pass ({100.0 * (cases.Count - failing.Count) / cases.Count:F1} %)");
        output.WriteLine(rate);
        TestContext.Current.SendDiagnosticMessage(rate);
        foreach (var (name, difference) in failing)
            output.WriteLine($"{name}: {difference}");

        Assert.True(cases.Count == 863, "the suite's files were not found");
        Assert.True(failing.Count <= cases.Count * 0.05, rate);
        Assert.Equal(ExpectedFailures().Order(StringComparer.Ordinal), failing.Keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> ExpectedFailures()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Data", "jsonata-expected-failures.json");
        return JsonNode.Parse(File.ReadAllText(file))!.AsObject().SelectMany(reason => reason.Value!.AsArray()).Select(name => name!.GetValue<string>());
    }
}
