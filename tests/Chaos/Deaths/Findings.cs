using System.Globalization;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>What a bar's check holds against a run; a bar is met when there is nothing.</summary>
internal sealed class Findings
{
    private readonly List<string> _wrong = [];

    /// <summary>Everything that is wrong, in plain words.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Holds something against the run.</summary>
    public void When(bool wrong, string text)
    {
        if (wrong) _wrong.Add(text);
    }

    /// <summary>Lost, doubled, not shown back.</summary>
    public void Take(Ledger ledger)
    {
        Take("lost", [.. ledger.Missing]);
        Take("not shown back", [.. ledger.NotShown]);
        Take("doubled", [.. ledger.Doubled]);
    }

    /// <summary>Each of these is one too many.</summary>
    public void Take(string what, IReadOnlyCollection<string> cases) =>
        When(cases.Count > 0, string.Create(CultureInfo.InvariantCulture, $"{cases.Count} {what}: {string.Join(' ', cases.Take(10))}{(cases.Count > 10 ? " …" : "")}"));

    public override string ToString() => _wrong.Count == 0 ? "nothing wrong" : string.Join("; ", _wrong);
}
