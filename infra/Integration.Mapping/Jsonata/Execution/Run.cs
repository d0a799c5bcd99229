using System.Runtime.CompilerServices;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>One evaluation: its moment, and what is left of its limits.</summary>
internal sealed class Run(JsonataLimits limits, TimeProvider clock, CancellationToken ct)
{
    private const int StepsBetweenChecks = 1024;
    private const int CharactersPerStep = 32;
    private const int LongPart = 256;
    private long _steps;
    private long _sinceCheck;
    private long _output;
    private int _depth;
    private DateTimeOffset? _moment;

    public JsonataLimits Limits => limits;

    /// <summary>The moment of the evaluation, UTC; the same however often it is asked.</summary>
    public DateTimeOffset Moment => _moment ??= clock.GetUtcNow();

    public void Step() => Step(1);

    /// <summary>Accounts for work whose effort grows with a count.</summary>
    public void Step(long count)
    {
        _steps += count;
        _sinceCheck += count;
        if (_steps > limits.MaxSteps)
            throw new JsonataException("U1001");
        if (_sinceCheck < StepsBetweenChecks)
            return;
        _sinceCheck = 0;
        ct.ThrowIfCancellationRequested();
    }

    /// <summary>Accounts for reading or comparing so many characters.</summary>
    public void StepText(long length) => Step(1 + (length / CharactersPerStep));

    /// <summary>Accounts for looking for a text in a text, which at worst compares the one at every place of the other.</summary>
    public void StepSearch(string text, string part) => Step(1 + (text.Length / CharactersPerStep * (1 + (part.Length / LongPart))));

    /// <summary>Accounts for a picture, whose separators are put in one by one.</summary>
    public void StepPicture(string picture) => StepText((long)picture.Length * picture.Length);

    /// <summary>Accounts for array items or characters about to be created.</summary>
    public void Charge(long units)
    {
        _output += units;
        if (_output > limits.MaxOutput)
            throw new JsonataException("U1002");
    }

    public void CheckLength(long length)
    {
        if (_output + length > limits.MaxOutput)
            throw new JsonataException("U1002");
    }

    public void Enter()
    {
        Step();
        if (_depth >= limits.MaxDepth)
            throw new JsonataException("U1001");
        CheckStack();
        _depth++;
    }

    public void Leave() => _depth--;

    /// <summary>Fails in an orderly way while there is still stack to do so.</summary>
    public static void CheckStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new JsonataException("U1001");
    }
}
