/** Changes the state behind the API: time, maintenance, limits, storage. It never changes an answer. */
export class ControlClient {
    #root;
    #token;
    #application;

    constructor(baseAddress, token, application) {
        this.#root = `${baseAddress}/control/v1`;
        this.#token = token;
        this.#application = application;
    }

    /** The same for another application. */
    forApplication(name) {
        return new ControlClient(this.#root.replace(/\/control\/v1$/, ''), this.#token, name);
    }

    async createApplication(name) {
        return this.#send('POST', '/applications', name === undefined ? {} : { name });
    }

    async deleteApplication() {
        await this.#send('DELETE', this.#path(''));
    }

    async advanceClock(seconds) {
        return new Date((await this.#send('POST', this.#path('/clock'), { advanceSeconds: seconds })).now);
    }

    async setMaintenance(...groups) {
        await this.#send('PUT', this.#path('/maintenance'), { groups });
    }

    async setQuota(calls, perSeconds) {
        await this.#send('PUT', this.#path('/quota'), { calls, perSeconds });
    }

    async liftQuota() {
        await this.#send('DELETE', this.#path('/quota'));
    }

    async setStorage(faults) {
        await this.#send('PUT', this.#path('/storage'), faults);
    }

    async flow(name) {
        return this.#send('GET', this.#path(`/flows/${encodeURIComponent(name)}`));
    }

    async putFlow(name, flow) {
        await this.#send('PUT', this.#path(`/flows/${encodeURIComponent(name)}`), flow);
    }

    async socialSignIn(identity) {
        return (await this.#send('POST', this.#path('/social'), identity)).token;
    }

    async mails() {
        return (await this.#send('GET', this.#path('/mails'))).mails;
    }

    async failedCall(requestToken) {
        return this.#send('GET', `/log/${encodeURIComponent(requestToken)}`);
    }

    async reset() {
        await this.#send('POST', '/reset');
    }

    #path(rest) {
        return `/applications/${encodeURIComponent(this.#application)}${rest}`;
    }

    async #send(method, path, body) {
        const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
        const answer = await fetch(this.#root + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
        const text = await answer.text();
        let content = {};
        try {
            content = text === '' ? {} : JSON.parse(text);
        } catch {
            throw new Error(`${method} ${path} of the control plane: HTTP ${answer.status} without JSON: is a simulator at ${this.#root}?`);
        }
        if (!answer.ok) {
            throw new Error(`${method} ${path} of the control plane: ${content.message ?? `HTTP ${answer.status}`}`);
        }
        return content;
    }
}
