using Integration.LocalServers;

namespace Integration.Run.Stack;

/// <summary>The loopback ports of a stack, kept over restarts where they are still free, so that bookmarks and pair files stay true.</summary>
internal sealed record StackPorts(int Shop, int Erp, int Console, int Gateway, int Adapter, int OrderToCash, int SignIn, int Dataverse)
{
    public static StackPorts Choose(StackState? before)
    {
        var free = LoopbackPorts.Free(8);
        int Keep(Uri? earlier, int index) => earlier is not null && LoopbackPorts.IsFree(earlier.Port) ? earlier.Port : free[index];
        return new StackPorts(Keep(before?.Shop, 0), Keep(before?.Erp, 1), Keep(before?.Console, 2), Keep(before?.Gateway == before?.Console ? null : before?.Gateway, 3), free[4], free[5], Keep(before?.SignIn, 6),
            Keep(before?.Dataverse == before?.Erp ? null : before?.Dataverse, 7));
    }

    public static Uri Url(int port) => new($"http://127.0.0.1:{port}/");
}
