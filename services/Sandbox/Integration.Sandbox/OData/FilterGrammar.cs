namespace Integration.Sandbox.OData;

/// <summary>Reads what holds a filter together: <c>and</c>, <c>or</c>, <c>not</c>, parentheses. What stands between is each system's own.</summary>
/// <param name="tokens">The filter in pieces.</param>
/// <param name="knowsNot">False where the system has no <c>not</c>.</param>
internal abstract class FilterGrammar<TRow>(IReadOnlyList<Token> tokens, bool knowsNot)
{
    private int _at;

    /// <summary>True where what is read need not be so for every row that passes: one of several, in parentheses, or turned round.</summary>
    protected bool IsConditional { get; private set; }

    /// <summary>What comes next.</summary>
    protected TokenKind Next => tokens[_at].Kind;

    /// <summary>Reads all of it.</summary>
    protected Func<TRow, bool> Whole()
    {
        var holds = Or();
        Take(TokenKind.End);
        return holds;
    }

    /// <summary>Reads a function, behind its name.</summary>
    protected abstract Func<TRow, bool> Call(string name);

    /// <summary>Reads a comparison, behind the property.</summary>
    protected abstract Func<TRow, bool> Compare(string path);

    /// <summary>What was read so far is one of several: nothing of it must be so.</summary>
    protected abstract void Widen();

    /// <summary>What the system answers to a filter that it cannot read.</summary>
    protected abstract Exception Fault(string text);

    protected bool Skip(string word)
    {
        if (tokens[_at] is not { Kind: TokenKind.Word } token || token.Text != word)
        {
            return false;
        }

        _at++;
        return true;
    }

    protected Token Take(TokenKind kind) => Next == kind
        ? tokens[_at++] : throw Fault($"Syntax error: '{tokens[_at].Text}' found where {kind} was expected.");

    private Func<TRow, bool> Or()
    {
        var left = And();
        while (Skip("or"))
        {
            if (!IsConditional)
            {
                Widen();
            }

            var (first, second) = (left, Conditionally(And));
            left = row => first(row) || second(row);
        }

        return left;
    }

    private Func<TRow, bool> And()
    {
        var left = Unary();
        while (Skip("and"))
        {
            var (first, second) = (left, Unary());
            left = row => first(row) && second(row);
        }

        return left;
    }

    private Func<TRow, bool> Unary()
    {
        if (!knowsNot || !Skip("not"))
        {
            return Term();
        }

        var inner = Conditionally(Term);
        return row => !inner(row);
    }

    private Func<TRow, bool> Term()
    {
        if (Next == TokenKind.Open)
        {
            Take(TokenKind.Open);
            var inner = Conditionally(Or);
            Take(TokenKind.Close);
            return inner;
        }

        var word = Take(TokenKind.Word).Text;
        return Next == TokenKind.Open ? Call(word) : Compare(word);
    }

    private Func<TRow, bool> Conditionally(Func<Func<TRow, bool>> read)
    {
        var wasConditional = IsConditional;
        IsConditional = true;
        var inner = read();
        IsConditional = wasConditional;
        return inner;
    }
}
