using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>
/// Bounds a walk through a value. A few steps can make a value that holds itself over and over, or is nested ever deeper,
/// without using much memory; walking it could take for ever, or all of the stack.
/// </summary>
internal sealed class Visits(long most, string code)
{
    private long _count;

    public void Enter()
    {
        if (++_count > most)
            throw new JsonataException(code);
        Run.CheckStack();
    }
}
