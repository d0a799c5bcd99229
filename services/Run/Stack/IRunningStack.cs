namespace Integration.Run.Stack;

/// <summary>A stack that runs.</summary>
internal interface IRunningStack : IAsyncDisposable
{
    /// <summary>Its addresses and processes now.</summary>
    StackState State { get; }

    /// <summary>Its broker and database.</summary>
    Backing Backing { get; }
}
