using Integration.Contracts.Operations;

namespace Integration.Connectors.Http;

/// <summary>Collects, masked, every outside call made inside a scope, for the record's timeline. Scopes nest; the outer one sees all.</summary>
public sealed class CallLog : IDisposable
{
    private static readonly AsyncLocal<CallLog?> Current = new();

    private readonly CallLog? _outer;
    private readonly Lock _lock = new();
    private readonly List<OutsideCall> _calls = [];

    private CallLog(CallLog? outer) => _outer = outer;

    /// <summary>The calls so far, in the order of their answers.</summary>
    public IReadOnlyList<OutsideCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Opens a scope in this asynchronous flow; dispose it to close.</summary>
    public static CallLog Begin() => Current.Value = new CallLog(Current.Value);

    /// <summary>Adds a call to the open scopes; connectors that do not speak HTTP use it directly. The call must be masked already.</summary>
    public static void Add(OutsideCall call)
    {
        for (var log = Current.Value; log is not null; log = log._outer)
        {
            lock (log._lock)
            {
                log._calls.Add(call);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => Current.Value = _outer;
}
