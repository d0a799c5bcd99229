namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>One API session: it takes a seat of the licence, and its requests run one after the other.</summary>
internal sealed class Session(string key) : IDisposable
{
    /// <summary>The grant or cookie that it belongs to.</summary>
    public string Key { get; } = key;

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public DateTimeOffset LastUsed { get; set; }

    /// <summary>Requests in it at the moment; such a session never times out.</summary>
    public int Busy { get; set; }

    /// <summary>Entity whose form a long operation holds, or null.</summary>
    public string? LongOperation { get; set; }

    public void Dispose() => Turn.Dispose();
}
