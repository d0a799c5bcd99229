using Integration.Connectors.Effects;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;

namespace Integration.Tests.Compliance.Connectors.Support;

/// <summary>An outside system that counts what was really written for one key.</summary>
internal sealed class LedgerErp
{
    public List<string> Written { get; } = [];

    public int Looks { get; private set; }

    public string? Content { get; set; }

    /// <summary>What the next writes do; the last stays.</summary>
    public Queue<Func<LedgerErp, WriteOutcome>> Writes { get; } = new();

    public EffectIntent Intent(int revision = 1, bool unique = false, string wanted = "a", bool repeats = false, long epoch = 0) => new()
    {
        Key = new EffectKey("erp", "order", "XC1-1", "create"),
        Subject = "pair/1",
        Revision = revision,
        RepeatsByRevision = repeats,
        CallTime = TimeSpan.FromSeconds(30),
        QuietTime = TimeSpan.FromMinutes(35),
        UniqueReference = unique,
        Epoch = epoch,
        Look = _ =>
        {
            Looks++;
            return Task.FromResult<LookOutcome>(Content is null
                ? new LookOutcome.NotFound()
                : Content == wanted ? new LookOutcome.Same(Ref) : new LookOutcome.Different(Ref, [new Reason("content", "differs")]));
        },
        Write = _ => Task.FromResult(Next(wanted)),
        Update = (_, _) =>
        {
            Content = wanted;
            return Task.FromResult<WriteOutcome>(new WriteOutcome.Done(Ref));
        },
    };

    public static RecordRef Ref { get; } = new("order", "id-1", "SO1");

    /// <summary>The write reaches the system.</summary>
    public WriteOutcome Commit(string content)
    {
        Written.Add(content);
        Content = content;
        return new WriteOutcome.Done(Ref);
    }

    private WriteOutcome Next(string wanted) => Writes.TryDequeue(out var next) ? next(this) : Commit(wanted);
}
